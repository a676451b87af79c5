import { Link } from "react-router";
import { useOrg } from "~/api/me";
import type { StartResult } from "~/api/types";
import { useT } from "~/text/texts";
import { RefusalFile } from "~/ui/list/RefusalFile";
import css from "./Ledger.module.css";
import { RefusedRow } from "./RefusedRow";

/** What came of a start: the cases, and each row that did not start with its reason. */
export function Started({ result, onAgain }: { result: StartResult; onAgain: (invoice: string) => void }) {
  const t = useT();
  const org = useOrg();
  const refused = result.rows.filter((row) => row.case === 0);
  const joined = result.rows.filter((row) => row.joined).length;
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
