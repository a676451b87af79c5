import { useMay, useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { ButtonLink } from "./Button";
import { PracticeButton } from "./PracticeLazy";

/** The first day's ways on: the accounts' open items, a case by hand, or invented cases. */
export function FirstWays() {
  const t = useT();
  const org = useOrg();
  const imports = useMay("import_ledger");
  const mayAct = useMay("act_on_cases");
  return (
    <>
      {imports && (
        <ButtonLink to={`/${org}/import`} kind="primary">
          {t("today.first.import")}
        </ButtonLink>
      )}
      {mayAct && <ButtonLink to={`/${org}/saker/ny`}>{t("today.first.new")}</ButtonLink>}
      <PracticeButton />
    </>
  );
}
