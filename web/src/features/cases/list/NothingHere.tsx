import { useMay, useOrg } from "~/api/me";
import type { CasePage } from "~/api/types";
import { useT } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { Empty } from "~/ui/Empty";
import { PracticeButton } from "~/ui/PracticeLazy";
import type { useAsk } from "./useAsk";

interface Props {
  asked: ReturnType<typeof useAsk>;
  tabs: CasePage["tabs"];
  firstDay: boolean;
}

/** Nothing is three different things: the first day, a narrow filter, and truly none. */
export function NothingHere({ asked, tabs, firstDay }: Props) {
  const t = useT();
  const org = useOrg();
  const imports = useMay("import_ledger");
  const mayAct = useMay("act_on_cases");
  const { ask, filters, clear, change } = asked;
  if (filters > 0 || ask.search) {
    const here = ask.tab === "all" ? 0 : tabs[ask.tab ?? "ongoing"];
    const elsewhere = tabs.ongoing + tabs.inactive + tabs.closed - here;
    return (
      <Empty
        title={t("cases.empty.filter")}
        acts={
          <>
            {filters > 0 && <Button onPress={clear}>{t("filter.clear-all")}</Button>}
            {ask.search && <Button onPress={() => change({ sok: undefined })}>{t("search.clear")}</Button>}
          </>
        }
      >
        {t("cases.empty.filter.text")} {elsewhere > 0 && t("cases.empty.filter.elsewhere", { n: elsewhere })}
      </Empty>
    );
  }
  if (firstDay)
    return (
      <Empty
        title={t("cases.empty.first")}
        acts={
          <>
            {imports && (
              <ButtonLink to={`/${org}/import`} kind="primary">
                {t("today.first.import")}
              </ButtonLink>
            )}
            {mayAct && <ButtonLink to={`/${org}/saker/ny`}>{t("today.first.new")}</ButtonLink>}
            <PracticeButton />
          </>
        }
      >
        {t("cases.empty.first.text")}
      </Empty>
    );
  return (
    <Empty
      good
      title={t(`cases.empty.${ask.tab === "inactive" ? "inactive" : ask.tab === "closed" ? "closed" : "ongoing"}`)}
    />
  );
}
