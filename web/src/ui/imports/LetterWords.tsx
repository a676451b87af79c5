import type { ImportMap } from "~/api/importLedger";
import { useT } from "~/text/texts";
import { BareChoice } from "../form/Bare";
import { Notice } from "../Notice";
import css from "./Import.module.css";
import { type Layout, withStep } from "./mapping";

interface Props {
  layout: Layout;
  said: ImportMap | undefined;
  onSay: (map: ImportMap) => void;
}

const steps = ["reminder", "notice", "demand", "none"] as const;

/** The words that the list has for letters sent before, each with what it is taken for: to be said otherwise by hand. */
export function LetterWords({ layout, said, onSay }: Props) {
  const t = useT();
  if (layout.steps.length === 0) return null;
  const unknown = layout.steps.filter((one) => !one.step).length;
  return (
    <section>
      <h3>{t("import.steps")}</h3>
      {unknown > 0 && <Notice tone="wait">{t("import.steps.unknown", { n: unknown })}</Notice>}
      <div className={css.ways}>
        {layout.steps.map(({ word, step, rows }) => (
          <BareChoice
            key={word}
            label={t("import.steps.of", { word, n: rows })}
            value={step ?? ""}
            options={[
              ...(step ? [] : [{ value: "", label: t("import.choose") }]),
              ...steps.map((value) => ({ value, label: t(`import.step.${value}`) })),
            ]}
            onChoose={(chosen) => chosen && onSay(withStep(said, word, chosen))}
          />
        ))}
      </div>
    </section>
  );
}
