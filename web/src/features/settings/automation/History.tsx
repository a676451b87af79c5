import { type AutomationRules, useAutomationHistory } from "~/api/automation";
import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import css from "./Automation.module.css";
import { levelNames } from "./rules";

/** Who set the rules, when, how the start stood, and what did not go by itself. */
export function History() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const rows = useAutomationHistory(org).data;
  const levelsOf = ({ levels, customers, excluded_groups }: AutomationRules) =>
    [
      ...levelNames.flatMap((act) => {
        const level = levels?.[act] ?? "do";
        return level === "do" ? [] : [t("auto.level.of", { act: t(`auto.${act}`), level: t(`auto.level.${level}`) })];
      }),
      ...(excluded_groups?.length ? [t("auto.groups.count", { n: excluded_groups.length })] : []),
      ...(customers?.length ? [t("auto.customers.count", { n: customers.length })] : []),
    ].join(" · ");
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
              {levelsOf(row.rules) && <div className={css.lead}>{levelsOf(row.rules)}</div>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
