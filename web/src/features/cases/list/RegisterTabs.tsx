import type { CasePage } from "~/api/types";
import { useT } from "~/text/texts";
import { IconButton } from "~/ui/IconButton";
import { IconMenu2 } from "~/ui/icons";
import { ColumnsButton } from "~/ui/list/ColumnsButton";
import { ListTabs } from "~/ui/list/ListTabs";
import { Views } from "~/ui/list/Views";
import { Tabs } from "~/ui/Tabs";
import { useDensity } from "~/ui/table/density";
import type { Tab } from "../api/cases";
import type { useRegisterSettings } from "../api/settings";
import { optional, shownOf } from "./columns";
import { filterOf, type useAsk, wordsOf } from "./useAsk";

interface Props {
  asked: ReturnType<typeof useAsk>;
  tabs: CasePage["tabs"] | undefined;
  settings: Pick<ReturnType<typeof useRegisterSettings>, "hidden" | "hide">;
}

const tabs = ["ongoing", "inactive", "closed"] as const satisfies readonly Tab[];

/** Each case stands in one of three tabs; beside them what is the person's own: views, columns, density. */
export function RegisterTabs({ asked, tabs: counts, settings }: Props) {
  const t = useT();
  const density = useDensity();
  return (
    <ListTabs
      tabs={
        <Tabs
          name={t("cases.tabs")}
          tabs={tabs.map((tab) => ({
            to: asked.tabTo(tab),
            text: t(`cases.tab.${tab}`),
            count: counts?.[tab],
            here: asked.ask.tab === tab,
          }))}
        />
      }
      views={
        <Views
          list="cases"
          words={asked.words}
          wordsOf={wordsOf}
          now={{
            filter: filterOf(asked.ask),
            sort: asked.ask.sort ?? "next",
            direction: asked.ask.direction ?? "up",
            columns: settings.hidden.length ? shownOf(settings.hidden) : null,
          }}
        />
      }
      desk={
        <>
          <ColumnsButton
            options={optional.map((value) => ({ value, label: t(`cases.column.${value}`) }))}
            hidden={settings.hidden}
            onHide={settings.hide}
          />
          <IconButton icon={IconMenu2} label={t("cases.dense")} pressed={density.compact} onPress={density.turn} />
        </>
      }
    />
  );
}
