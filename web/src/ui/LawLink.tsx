import { lawAddress } from "~/text/law";
import { useRule } from "~/text/says";

/** A section as a link to where it can be read; other rules as text. */
export function LawLink({ rule }: { rule: string }) {
  const said = useRule();
  const address = lawAddress(rule);
  if (!address) return <span>{said(rule)}</span>;
  return (
    <a className="in-text" href={address} target="_blank" rel="noreferrer">
      {said(rule)}
    </a>
  );
}
