import { useCreditor } from "~/api/creditor";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { Empty } from "~/ui/Empty";
import { FirstWays } from "~/ui/FirstWays";

interface Props {
  list: "ready" | "held" | "coming";
  /** Whether letters are planned. */
  coming: boolean;
}

/** No letter: there is no case yet, or none of this kind, which is good news. */
export function NoLetters({ list, coming }: Props) {
  const t = useT();
  const org = useOrg();
  const creditor = useCreditor().data?.value;
  if (creditor?.cases === false)
    return (
      <Empty title={t("print.first")} acts={<FirstWays />}>
        {t("print.first.text")}
      </Empty>
    );
  return (
    <Empty
      good
      title={t(`print.${list}.none`)}
      acts={
        list !== "coming" && coming ? (
          <ButtonLink to="?vis=kommer">{t("print.none.to-coming")}</ButtonLink>
        ) : (
          <ButtonLink to={`/${org}/saker`}>{t("print.none.to-cases")}</ButtonLink>
        )
      }
    />
  );
}
