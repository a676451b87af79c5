import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Choice, DayField, Radios } from "~/ui/form";
import { Notice } from "~/ui/Notice";
import css from "../page/Export.module.css";
import { dates, periods, type Wish, years } from "../wish";

/** By which day, and which days: any, a year, some that move along, or from and to. */
export function When({ wish }: { wish: Wish }) {
  const t = useT();
  const f = useF();
  const offered = years(f.today);
  const old = /^\d{4}$/.test(wish.when) && !offered.includes(wish.when) ? [wish.when] : [];
  const never = wish.date === "closed" && wish.when !== "" && (wish.cases === "ongoing" || wish.cases === "inactive");
  return (
    <div className={css.choices}>
      <Radios
        name="date"
        label={t("exports.date")}
        options={dates.map((value) => ({ value, label: t(`exports.date.${value}`) }))}
      />
      <div className={css.fields}>
        <Choice
          name="when"
          label={t("exports.when")}
          options={[
            { value: "", label: t("exports.when.any") },
            { value: "days", label: t("exports.when.days") },
            {
              group: t("exports.when.periods"),
              items: periods.map((value) => ({ value, label: t(`exports.period.${value}`) })),
            },
            { group: t("exports.when.years"), items: [...offered, ...old].map((value) => ({ value, label: value })) },
          ]}
        />
        {wish.when === "days" && (
          <>
            <DayField name="from" label={t("exports.from")} />
            <DayField name="to" label={t("exports.to")} />
          </>
        )}
      </div>
      {never && <Notice tone="wait">{t("exports.never-closed")}</Notice>}
    </div>
  );
}
