import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { answer, api } from "~/api/client";
import { useMay, useOrg } from "~/api/me";
import type { components } from "~/api/schema";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";

/** The first and the last day of the month before the one that a day is in. */
export function monthBefore(day: string): { from: string; to: string } {
  const [y = 0, m = 1] = day.split("-").map(Number);
  const made = (month: number, date: number) => new Date(Date.UTC(y, month, date)).toISOString().slice(0, 10);
  return { from: made(m - 2, 1), to: made(m - 1, 0) };
}

/** What people had to do last month, as the report tells it. */
export function ByHand() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const may = useMay("read_reports");
  const { from, to } = monthBefore(f.today);
  const { data } = useQuery({
    queryKey: ["report-of-work", org, from],
    queryFn: () =>
      answer<components["schemas"]["Report"]>(
        api.GET("/creditors/{creditor}/reports/{report}", {
          params: { path: { creditor: org, report: "work" }, query: { from, to, limit: 1 } },
        }),
      ),
    enabled: may && org !== "",
    staleTime: 300_000,
  });
  if (!data) return null;
  const count = (id: string) => Number(data.sum[id] ?? 0);
  return (
    <p>
      {t("auto.by-hand", { month: f.month(from), clicks: count("acts"), minutes: count("minutes") })}{" "}
      <Link className="in-text" to={`/${org}/rapporter/work?periode=forrige-maned`}>
        {t("auto.by-hand.open")}
      </Link>
    </p>
  );
}
