import { useId } from "react";
import { readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { BareField } from "~/ui/form/BareField";
import { IconButton } from "~/ui/IconButton";
import { IconPlus, IconX } from "~/ui/icons";
import css from "./Automation.module.css";
import type { StillRow } from "./rules";

interface Props {
  rows: StillRow[];
  fault: string | undefined;
  onChange: (rows: StillRow[]) => void;
}

/** Holidays and other days on which nothing starts by itself. */
export function StillDays({ rows, fault, onChange }: Props) {
  const t = useT();
  const f = useF();
  const id = useId();
  const set = (n: number, change: Partial<StillRow>) =>
    onChange(rows.map((row, at) => (at === n ? { ...row, ...change } : row)));
  const say = (day: string) => (/^\d{4}-\d\d-\d\d$/.test(day) ? f.day(day) : day);
  const leave = (n: number, name: "from" | "until") => {
    const day = readDay(rows[n]?.[name] ?? "", f.today);
    if (day) set(n, { [name]: f.day(day) });
  };
  return (
    <div className={css.stillRows}>
      {rows.length === 0 && <p className={css.lead}>{t("auto.still.none")}</p>}
      {rows.map((row, n) => (
        <div key={n} className={css.still}>
          {(["from", "until"] as const).map((name) => (
            <BareField
              key={name}
              id={`${id}-${n}-${name}`}
              label={t(`auto.still.${name}`)}
              value={say(row[name])}
              onType={(value) => set(n, { [name]: value })}
              onLeave={() => leave(n, name)}
              fault={fault && !readDay(say(row[name]), f.today) ? fault : undefined}
            />
          ))}
          <BareField
            id={`${id}-${n}-why`}
            label={t("auto.still.why")}
            value={row.why}
            onType={(why) => set(n, { why })}
          />
          <IconButton
            plain
            icon={IconX}
            label={t("auto.still.remove", { n: n + 1 })}
            onPress={() => onChange(rows.filter((_, at) => at !== n))}
          />
        </div>
      ))}
      <div>
        <Button icon={IconPlus} onPress={() => onChange([...rows, { from: "", until: "", why: "" }])}>
          {t("auto.still.add")}
        </Button>
      </div>
    </div>
  );
}
