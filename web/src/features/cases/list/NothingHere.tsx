import { useOrg } from "~/api/me";
import type { CasePage } from "~/api/types";
import { useT } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { Empty } from "~/ui/Empty";
import { FirstWays } from "~/ui/FirstWays";
import { registerTabs, type useAsk } from "./useAsk";

interface Props {
  asked: ReturnType<typeof useAsk>;
  tabs: CasePage["tabs"];
  firstDay: boolean;
}

/** Nothing is three different things: the first day, a narrow filter, and truly none. */
export function NothingHere({ asked, tabs, firstDay }: Props) {
  const t = useT();
  const org = useOrg();
  const { ask, filters, clear, change } = asked;
  if (filters > 0 || ask.search) {
    const elsewhere = registerTabs.filter((tab) => tab !== ask.tab && tabs[tab] > 0);
    return (
      <Empty
        title={t("cases.empty.filter")}
        acts={
          <>
            {elsewhere.map((tab) => (
              <ButtonLink key={tab} to={asked.tabTo(tab)}>
                {t("cases.empty.filter.elsewhere", { tab: t(`cases.tab.${tab}`), n: tabs[tab] })}
              </ButtonLink>
            ))}
            {filters > 0 && <Button onPress={clear}>{t("filter.clear-all")}</Button>}
            {ask.search && <Button onPress={() => change({ sok: undefined })}>{t("search.clear")}</Button>}
          </>
        }
      >
        {t(elsewhere.length > 0 ? "cases.empty.filter.tabs" : "cases.empty.filter.text")}
      </Empty>
    );
  }
  if (firstDay)
    return (
      <Empty title={t("cases.empty.first")} acts={<FirstWays />}>
        {t("cases.empty.first.text")}
      </Empty>
    );
  if (ask.tab === "inactive" || ask.tab === "closed")
    return (
      <Empty
        good={ask.tab === "inactive"}
        title={t(`cases.empty.${ask.tab}`)}
        acts={<ButtonLink to={asked.tabTo("ongoing")}>{t("cases.empty.to-ongoing")}</ButtonLink>}
      />
    );
  return (
    <Empty
      good
      title={t("cases.empty.ongoing")}
      acts={<ButtonLink to={`/${org}/reskontro`}>{t("cases.empty.to-ledger")}</ButtonLink>}
    >
      {t("cases.empty.ongoing.text")}
    </Empty>
  );
}
