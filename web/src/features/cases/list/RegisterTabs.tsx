import type { CasePage } from "~/api/types";
import { useT } from "~/text/texts";
import { IconButton } from "~/ui/IconButton";
import { IconMenu2 } from "~/ui/icons";
import { Tabs } from "~/ui/Tabs";
import { useDensity } from "~/ui/table";
import type { Tab } from "../api/cases";
import type { useRegisterSettings } from "../api/settings";
import css from "./Cases.module.css";
import { ColumnsButton } from "./ColumnsButton";
import type { useAsk } from "./useAsk";
import { Views } from "./Views";

interface Props {
  asked: ReturnType<typeof useAsk>;
  tabs: CasePage["tabs"] | undefined;
  settings: ReturnType<typeof useRegisterSettings>;
}

const tabs = ["ongoing", "inactive", "closed"] as const satisfies readonly Tab[];

/** Each case stands in one of three tabs; beside them what is the person's own: views, columns, density. */
export function RegisterTabs({ asked, tabs: counts, settings }: Props) {
  const t = useT();
  const density = useDensity();
  return (
    <div className={css.tabs}>
      <Tabs
        name={t("cases.tabs")}
        tabs={tabs.map((tab) => ({
          to: asked.tabTo(tab),
          text: t(`cases.tab.${tab}`),
          count: counts?.[tab],
          here: asked.ask.tab === tab,
        }))}
      />
      <div className={css.tools}>
        <Views words={asked.words} settings={settings} />
        <ColumnsButton settings={settings} />
        <IconButton icon={IconMenu2} label={t("cases.dense")} pressed={density.compact} onPress={density.turn} />
      </div>
    </div>
  );
}
