import type { ActOffer } from "~/api/types";
import { useSays } from "~/text/says";
import { LawLink } from "~/ui/LawLink";

/** Why an act is not possible: the sentence and its section. The server says them as “section: sentence”. */
export function Refused({ offer }: { offer: ActOffer }) {
  const says = useSays();
  const m = /^([^:]*(?:§|course)[^:]*): (.*)$/.exec(offer.reason ?? "");
  const sentence = says(m?.[2] ?? offer.reason ?? "");
  return (
    <>
      <span lang={sentence.ours ? undefined : "en"}>
        {sentence.text} {!sentence.ours && !offer.from && offer.remedy}
      </span>{" "}
      {m?.[1] && <LawLink rule={m[1]} />}
    </>
  );
}
