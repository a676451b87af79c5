import { useOrg } from "~/api/me";
import type { StartResult } from "~/api/types";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { Ends } from "~/ui/Ends";
import { Notice } from "~/ui/Notice";
import css from "./More.module.css";

/** The case is there, and something that was told of the time before it is not carried on whole: read before one goes on. */
export function Warned({ row }: { row: StartResult["rows"][number] }) {
  const t = useT();
  const org = useOrg();
  const told = useTold();
  const number = String(row.case);
  const warning = row.warning && told(row.warning);
  return (
    <div className={css.warned} role="status">
      <Notice tone="good">{t(row.joined ? "new.joined" : "new.done", { case: number })}</Notice>
      {warning && (
        <Notice tone="wait">
          <p>
            <b>{t("start.warned", { n: 1 })}</b>
          </p>
          <p lang={warning.lang}>
            {warning.what} {warning.remedy}
          </p>
        </Notice>
      )}
      <Ends>
        <ButtonLink kind="primary" to={`/${org}/saker/${number}`}>
          {t("new.open", { case: number })}
        </ButtonLink>
      </Ends>
    </div>
  );
}
