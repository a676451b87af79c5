import { lawAddress } from "~/text/law";
import { useRule } from "~/text/says";

/** A section as a link to where it can be read; other rules as text. */
export function LawLink({ rule }: { rule: string }) {
  const said = useRule();
  const address = lawAddress(rule);
  // A sign and its number stand on one line.
  const words = said(rule).replace(/(§+) /g, "$1\u00a0");
  if (!address) return <span>{words}</span>;
  return (
    <a className="in-text" href={address} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}
