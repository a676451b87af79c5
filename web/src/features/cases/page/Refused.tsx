import type { ActOffer } from "~/api/types";
import { useTold } from "~/text/problems";
import { useSays } from "~/text/says";
import { LawLink } from "~/ui/LawLink";

/**
 * Why an act is not possible: the sentence and its section. The server says them as “section: sentence”; where the
 * sentence is new to us, its code has words.
 */
export function Refused({ offer }: { offer: ActOffer }) {
  const says = useSays();
  const told = useTold();
  const m = /^([^:]*(?:§|course)[^:]*): (.*)$/.exec(offer.reason ?? "");
  const reason = m?.[2] ?? offer.reason ?? "";
  const said = says(reason);
  const coded = said.ours ? undefined : told({ code: offer.code ?? "", detail: reason, remedy: offer.remedy });
  const text = coded ? coded.what : said.text;
  return (
    <>
      <span lang={coded?.lang}>
        {text} {coded && !offer.from && coded.remedy}
      </span>{" "}
      {m?.[1] && <LawLink rule={m[1]} />}
    </>
  );
}
