import { type FormEvent, useId, useState } from "react";
import { readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "../Button";
import { BareField } from "./BareField";
import css from "./PeriodForm.module.css";

interface Props {
  from: string | undefined;
  to: string | undefined;
  /** The last day that may be named; any when left out. */
  latest?: string | undefined;
  onSet: (period: { from: string | undefined; to: string | undefined }) => void;
}

/** The first and the last day, as people write days; either may be left open. */
export function PeriodForm({ from, to, latest, onSet }: Props) {
  const t = useT();
  const f = useF();
  const id = useId();
  const [typed, setTyped] = useState({ from: from ? f.day(from) : "", to: to ? f.day(to) : "" });
  const [wrong, setWrong] = useState<{ from?: boolean; to?: boolean; order?: boolean; late?: boolean }>({});
  const set = (event: FormEvent) => {
    event.preventDefault();
    const [first, last] = [typed.from, typed.to].map((one) => readDay(one, f.today));
    const faults = {
      from: typed.from.trim() !== "" && !first,
      to: typed.to.trim() !== "" && !last,
      order: Boolean(first && last && first > last),
      late: Boolean(latest && last && last > latest),
    };
    setWrong(faults);
    if (!faults.from && !faults.to && !faults.order && !faults.late) onSet({ from: first, to: last });
  };
  const late = wrong.late && latest ? t("period.late", { day: f.day(latest) }) : undefined;
  return (
    <form className={css.period} noValidate onSubmit={set}>
      <BareField
        id={`${id}from`}
        label={t("period.from")}
        value={typed.from}
        onType={(from) => setTyped({ ...typed, from })}
        fault={wrong.from ? t("fault.day") : undefined}
      />
      <BareField
        id={`${id}to`}
        label={t("period.to")}
        value={typed.to}
        onType={(to) => setTyped({ ...typed, to })}
        fault={wrong.to ? t("fault.day") : wrong.order ? t("period.order") : late}
      />
      <Button type="submit" kind="primary">
        {t("filter.use")}
      </Button>
    </form>
  );
}
