import { useCreditor } from "~/api/creditor";
import { useMe, useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { Empty } from "~/ui/Empty";
import { FirstWays } from "~/ui/FirstWays";

/** Nothing waits for a decision: there is no case yet, or all are decided, which is good news. */
export function NothingToDecide() {
  const t = useT();
  const org = useOrg();
  const alone = useMe()?.creditors.length === 1;
  const creditor = useCreditor().data?.value;
  if (alone && creditor?.cases === false)
    return (
      <Empty title={t("decisions.first")} acts={<FirstWays />}>
        {t("decisions.first.text")}
      </Empty>
    );
  return (
    <Empty
      good
      title={t("decisions.empty")}
      acts={<ButtonLink to={`/${org}`}>{t("decisions.empty.to-today")}</ButtonLink>}
    >
      {t("decisions.empty.text")}
    </Empty>
  );
}
