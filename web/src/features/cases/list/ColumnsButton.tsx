import { useT } from "~/text/texts";
import { Checks } from "~/ui/Checks";
import { IconColumns3 } from "~/ui/icons";
import { PopButton } from "~/ui/PopButton";
import type { useRegisterSettings } from "../api/settings";
import { type Optional, optional } from "./columns";

/** Which columns are shown. The choice is kept, and is also what an export gets. */
export function ColumnsButton({
  settings,
}: {
  settings: Pick<ReturnType<typeof useRegisterSettings>, "hidden" | "hide">;
}) {
  const t = useT();
  const shown = optional.filter((id) => !settings.hidden.includes(id));
  return (
    <PopButton icon={IconColumns3} label={t("cases.columns")}>
      <Checks<Optional>
        label={t("cases.columns")}
        options={optional.map((value) => ({ value, label: t(`cases.column.${value}`) }))}
        picked={shown}
        onPick={(picked) => settings.hide(optional.filter((id) => !picked.includes(id)))}
      />
    </PopButton>
  );
}
