import type { CasePage, CaseRow } from "~/api/types";
import { useT } from "~/text/texts";
import { IconButton } from "~/ui/IconButton";
import { IconMenu2 } from "~/ui/icons";
import { ColumnsButton } from "~/ui/list/ColumnsButton";
import { ListTabs } from "~/ui/list/ListTabs";
import { optionsOf, type useColumnChoice } from "~/ui/list/useColumnChoice";
import { Views } from "~/ui/list/Views";
import { Tabs } from "~/ui/Tabs";
import { useDensity } from "~/ui/table/density";
import type { Column } from "~/ui/table/types";
import { columnSet } from "./columns";
import { filterOf, registerTabs, type useAsk, wordsOf } from "./useAsk";

interface Props {
  asked: ReturnType<typeof useAsk>;
  tabs: CasePage["tabs"] | undefined;
  choice: ReturnType<typeof useColumnChoice>;
  columns: Column<CaseRow>[];
}

/** Each case stands in one of three tabs; beside them what is the person's own: views, columns, density. */
export function RegisterTabs({ asked, tabs: counts, choice, columns }: Props) {
  const t = useT();
  const density = useDensity();
  return (
    <ListTabs
      tabs={
        <Tabs
          name={t("cases.tabs")}
          tabs={registerTabs.map((tab) => ({
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
            columns: choice.columns,
          }}
        />
      }
      desk={
        <>
          <ColumnsButton options={optionsOf(columns, columnSet)} hidden={choice.hidden} onHide={choice.hide} />
          <IconButton icon={IconMenu2} label={t("cases.dense")} pressed={density.compact} onPress={density.turn} />
        </>
      }
    />
  );
}
