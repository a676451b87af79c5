import { useT } from "~/text/texts";
import { Options } from "~/ui/Options";
import css from "./Automation.module.css";
import { levelNames, type Typed } from "./rules";

interface Props {
  levels: Typed["levels"];
  onChange: (levels: Typed["levels"]) => void;
}

/** How far each act goes by itself; each choice says in a sentence what it means. */
export function Levels({ levels, onChange }: Props) {
  const t = useT();
  return (
    <div className={css.levels}>
      {levelNames.map((act) => (
        <Options
          key={act}
          label={t(`auto.${act}`)}
          value={levels[act]}
          options={(["off", "propose", "do"] as const).map((value) => ({ value, label: t(`auto.${act}.${value}`) }))}
          onChoose={(level) => onChange({ ...levels, [act]: level })}
        />
      ))}
    </div>
  );
}
