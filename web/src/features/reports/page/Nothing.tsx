import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty } from "~/ui/Empty";
import type { Definition, Report } from "../api/reports";
import type { Asked } from "../useAsk";

/** Good news when there is nothing of it. */
const good = new Set(["ageing", "losses", "limitation", "write_offs"]);

/** Why a report has no row, and the way on. */
export function Nothing({ definition, asked, report }: { definition: Definition; asked: Asked; report: Report }) {
  const t = useT();
  const f = useF();
  const { filters, clear, change, per, period } = asked;
  if (filters > 0)
    return (
      <Empty title={t("reports.empty.filter")} acts={<Button onPress={clear}>{t("filter.clear-all")}</Button>}>
        {t("reports.empty.filter.text")}
      </Empty>
    );
  const { name, span } = definition;
  const known = per && <Button onPress={() => change({ per: undefined })}>{t("reports.known.today")}</Button>;
  if (name === "forecast" || name === "score")
    return (
      <Empty title={t("reports.empty.forecast")} acts={known}>
        {t("reports.empty.forecast.text")}
      </Empty>
    );
  if (name === "vat")
    return (
      <Empty title={t("reports.empty.vat")} acts={known}>
        {t("reports.empty.vat.text")}
      </Empty>
    );
  const days = report.from
    ? t("reports.days", { from: f.words(report.from), to: f.words(report.to) })
    : t("reports.until", { to: f.words(report.to) });
  const wide = span !== "standing" && period !== "all" && period !== "next_36";
  const wider = () => change({ periode: span === "falls" ? "innen-36" : "alt", fra: undefined, til: undefined });
  return (
    <Empty
      title={t(good.has(name) ? "reports.empty.good" : "reports.empty")}
      good={good.has(name)}
      acts={
        <>
          {wide && <Button onPress={wider}>{t(span === "falls" ? "reports.empty.later" : "reports.empty.all")}</Button>}
          {known}
        </>
      }
    >
      {t(span === "standing" ? "reports.empty.standing" : "reports.empty.text", { days })}
    </Empty>
  );
}
