import { useController } from "react-hook-form";
import type { Status } from "~/api/types";
import { useT } from "~/text/texts";
import { statusWords } from "~/text/words";
import { Checks } from "~/ui/Checks";
import { Radios } from "~/ui/form";
import css from "../page/Export.module.css";
import { type Which as Kind, statuses, whichCases } from "../wish";

/** Which cases: of a kind, and of some states among them. */
export function Which({ cases }: { cases: Kind }) {
  const t = useT();
  const { field } = useController({ name: "status" });
  return (
    <div className={css.choices}>
      <Radios
        name="cases"
        label={t("exports.cases")}
        options={whichCases.map((value) => ({ value, label: t(`exports.which.${value}`) }))}
      />
      <div className={css.across}>
        <p className={css.label}>{t("exports.status")}</p>
        <Checks<Status>
          label={t("exports.status")}
          options={statuses[cases].map((value) => ({ value, label: t(statusWords[value]) }))}
          picked={field.value}
          onPick={field.onChange}
        />
      </div>
    </div>
  );
}
