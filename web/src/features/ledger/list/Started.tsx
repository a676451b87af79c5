import { Link } from "react-router";
import { useOrg } from "~/api/me";
import type { StartResult } from "~/api/types";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { RefusalFile } from "~/ui/list/RefusalFile";
import { Notice } from "~/ui/Notice";
import css from "./Ledger.module.css";
import { RefusedRow } from "./RefusedRow";

/** What came of a start: the cases, each earlier fee that was cut, and each row that did not start with its reason. */
export function Started({ result, onAgain }: { result: StartResult; onAgain: (invoice: string) => void }) {
  const t = useT();
  const org = useOrg();
  const told = useTold();
  const refused = result.rows.filter((row) => row.case === 0);
  const joined = result.rows.filter((row) => row.joined).length;
  // The rows of a case share its warning.
  const warned = [...new Map(result.rows.filter((row) => row.warning).map((row) => [row.case, row])).values()];
  const cases = [...new Set(result.rows.filter((row) => row.case > 0).map((row) => row.case))];
  return (
    <>
      <p className={css.lead}>
        {t("start.result", { started: result.rows.length - refused.length, cases: cases.length })}{" "}
        {joined > 0 && t("start.joined", { n: joined })}
      </p>
      {cases.length > 0 && cases.length <= 12 && (
        <ul className={css.refused}>
          {cases.map((number) => (
            <li key={number}>
              <Link to={`/${org}/saker/${number}`}>{t("palette.case", { case: String(number) })}</Link>
            </li>
          ))}
        </ul>
      )}
      {warned.length > 0 && (
        <Notice tone="wait">
          <h3>{t("start.warned", { n: warned.length })}</h3>
          <ul className={css.refused}>
            {warned.map(({ case: number, warning }) => {
              const { what, remedy, lang } = told(warning!);
              return (
                <li key={number}>
                  <Link to={`/${org}/saker/${number}`}>{t("palette.case", { case: String(number) })}</Link>
                  <p lang={lang}>
                    {what} {remedy}
                  </p>
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
      {refused.length > 0 && (
        <>
          <h3>{t("start.refused", { n: refused.length })}</h3>
          <RefusalFile
            title={t("refusal.invoices")}
            heads={[t("cases.invoice")]}
            rows={refused.map((row) => ({ of: [row.invoice], reason: row.reason }))}
          />
          <ul className={css.refused}>
            {refused.map((row) => (
              <RefusedRow key={row.invoice} row={row} onAgain={() => onAgain(row.invoice)} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
