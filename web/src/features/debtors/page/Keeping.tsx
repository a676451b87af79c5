import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "~/api/client";
import { useDebtorMoved } from "~/api/debtor";
import { useMay, useOrg } from "~/api/me";
import type { components } from "~/api/schema";
import type { Debtor } from "~/api/types";
import { useF } from "~/text/format";
import { type TextId, useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";
import { LawLink } from "~/ui/LawLink";
import { ProblemNotice } from "~/ui/Notice";
import { useDone } from "~/ui/Toasts";
import { useTrying } from "~/ui/useTrying";

type Kept = components["schemas"]["Keeping"];

const openWords = {
  cases: "keeping.open.cases",
  invoices: "keeping.open.invoices",
  money: "keeping.open.money",
} as const satisfies Record<Kept["open"][number], TextId>;

const pathOf = (org: string, debtor: number) => ({ params: { path: { creditor: org, debtor } } });

/** How long it must be kept who the debtor is and by which law, and the way to erase it when the time has come. */
export function Keeping({ one }: { one: Debtor }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const may = useMay("manage_creditor");
  const [asking, setAsking] = useState(false);
  const { data: kept } = useQuery({
    queryKey: ["debtor", org, one.debtor, "keeping"],
    queryFn: () => answer<Kept>(api.GET("/creditors/{creditor}/debtors/{debtor}/keeping", pathOf(org, one.debtor))),
  });
  if (!kept) return null;
  const due = !kept.forgotten && kept.from !== null && kept.from <= f.today;
  return (
    <section>
      <h2>{t("keeping.title")}</h2>
      {kept.forgotten && <p>{t("keeping.forgotten")}</p>}
      {!kept.forgotten && kept.open.length > 0 && (
        <p>{t("keeping.open", { what: kept.open.map((what) => t(openWords[what])).join(", ") })}</p>
      )}
      {!kept.forgotten && kept.from && !due && (
        <p>
          {t("keeping.until", { last: f.words(kept.last ?? ""), from: f.words(kept.from) })}{" "}
          <LawLink rule={kept.section} />
        </p>
      )}
      {due && <p>{t("keeping.due")}</p>}
      {due && may && (
        <p>
          <Button onPress={() => setAsking(true)}>{t("keeping.erase")}</Button>
        </p>
      )}
      {asking && <Erase one={one} onClose={() => setAsking(false)} />}
    </section>
  );
}

/** It cannot be undone, so it is asked once more, with what goes and what stays. */
function Erase({ one, onClose }: { one: Debtor; onClose: () => void }) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const moved = useDebtorMoved();
  const { run, busy, problem } = useTrying();
  const erase = () =>
    run(async () => {
      await answer(api.POST("/creditors/{creditor}/debtors/{debtor}/forget", pathOf(org, one.debtor)));
      await moved();
      onClose();
      done({ text: t("keeping.done") });
    });
  return (
    <Dialog open title={t("keeping.sure", { name: one.name })} onClose={onClose}>
      <p>{t("keeping.goes")}</p>
      <p>{t("keeping.stays")}</p>
      {problem && <ProblemNotice problem={problem} />}
      <Ends>
        <Button onPress={onClose}>{t("common.cancel")}</Button>
        <Button kind="primary" busy={busy} onPress={erase}>
          {t("keeping.erase.now")}
        </Button>
      </Ends>
    </Dialog>
  );
}
