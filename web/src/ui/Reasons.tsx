import type { Because } from "~/api/types";
import { useSays } from "~/text/says";
import { LawLink } from "./LawLink";

/** Why something is as it is: each reason in a sentence, with its section. */
export function Reasons({ of }: { of: Because }) {
  const says = useSays();
  return of.map((reason, n) => {
    const sentence = says(reason.says);
    return (
      <p key={n}>
        <span lang={sentence.ours ? undefined : "en"}>{sentence.text}</span> <LawLink rule={reason.rule} />
      </p>
    );
  });
}
