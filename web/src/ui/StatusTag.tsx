import type { Status } from "~/api/types";
import { useT } from "~/text/texts";
import { statusWords } from "~/text/words";
import { Tag, type Tone } from "./Tag";

const tones: Record<Status, Tone> = {
  going: "going",
  approval: "choice",
  paused: "wait",
  held: "wait",
  legal: "bad",
  paid: "good",
  withdrawn: "done",
  closed: "done",
};

/** The state of a case. Quiet in a table, with a ground on a page's head. */
export function StatusTag({ of, quiet }: { of: Status; quiet?: boolean }) {
  const t = useT();
  return (
    <Tag tone={tones[of]} quiet={quiet}>
      {t(statusWords[of])}
    </Tag>
  );
}
