import { useAutomationHistory } from "~/api/automation";
import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import css from "./Automation.module.css";

/** Who set the rules, when, and how the start stood. */
export function History() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const rows = useAutomationHistory(org).data;
  if (!rows) return null;
  return (
    <section>
      <h2>{t("auto.history")}</h2>
      {rows.length === 0 ? (
        <p className={css.lead}>{t("auto.history.none")}</p>
      ) : (
        <ul className={css.lacks}>
          {rows.slice(0, 20).map((row) => (
            <li key={row.number}>
              {t("auto.history.line", {
                at: `${f.day(row.at)} ${row.at.slice(11, 16)}`,
                by: row.by ?? "–",
                start: t(`auto.start.${row.rules.start}`),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
