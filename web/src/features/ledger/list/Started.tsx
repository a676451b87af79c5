import { Link } from "react-router";
import { useOrg } from "~/api/me";
import type { StartResult } from "~/api/types";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Ends } from "~/ui/Ends";
import css from "./Ledger.module.css";

/** What came of a start: the cases, and each row that did not start with its reason. */
export function Started({ result, onClose }: { result: StartResult; onClose: () => void }) {
  const t = useT();
  const told = useTold();
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
          <ul className={css.refused}>
            {refused.map((row) => {
              const reason = row.reason && told(row.reason);
              return (
                <li key={row.invoice}>
                  <b>{row.invoice}</b>{" "}
                  <span lang={reason?.lang}>{reason && `${reason.what} ${reason.remedy ?? ""}`}</span>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <Ends>
        <Button kind="primary" onPress={onClose}>
          {t("common.close")}
        </Button>
      </Ends>
    </>
  );
}
