import { useState } from "react";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { longName } from "~/text/words";
import { Button } from "~/ui/Button";
import { Sheet } from "~/ui/Sheet";
import type { DryRun } from "../api/courses";
import css from "../Courses.module.css";

type Sample = DryRun["samples"][number];

/** The first letter of each kind in words, as it would be written on its day. */
export function Samples({ of }: { of: DryRun["samples"] }) {
  const t = useT();
  const f = useF();
  const [shown, setShown] = useState<Sample>();
  const name = (one: Sample) => t(longName(one.kind) ?? "letter.letter");
  return (
    <div className={css.samples}>
      {of.map((one) => (
        <Button key={`${one.kind}-${one.language}`} onPress={() => setShown(one)}>
          {t("dry.sample", { letter: name(one), day: f.day(one.on) })}
        </Button>
      ))}
      {shown && (
        <Sheet title={shown.title || name(shown)} open onClose={() => setShown(undefined)}>
          <p className={css.letter} lang={shown.language}>
            {shown.words}
          </p>
        </Sheet>
      )}
    </div>
  );
}
