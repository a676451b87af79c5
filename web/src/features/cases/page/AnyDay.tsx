import { useSearchParams } from "react-router";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { DayPicker } from "~/ui/DayPicker";
import css from "./Rail.module.css";

/** The day the balance is of, as a button: the same case as of any day. It stands in the address. */
export function AnyDay({ day }: { day: string }) {
  const t = useT();
  const f = useF();
  const [, setSearch] = useSearchParams();
  const choose = (chosen: string | undefined) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (chosen && chosen !== f.today) next.set("per", chosen);
        else next.delete("per");
        return next;
      },
      { replace: true },
    );
  return (
    <p className={css.label}>
      {t("balance.open-on")}{" "}
      <DayPicker
        className={css.day}
        day={day}
        label={t("balance.choose-day", { day: f.words(day) })}
        onChoose={choose}
        {...(day === f.today ? {} : { back: t("balance.today"), onBack: () => choose(undefined) })}
      />
    </p>
  );
}
