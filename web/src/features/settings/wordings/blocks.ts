/** A part of a text: from its line in brackets to the next. Lines are counted from 0; `to` is the line after it. */
export interface Block {
  heading: string;
  /** “answer total”. */
  name: string;
  from: number;
  to: number;
  /** The law wants these words as they are. */
  law: boolean;
}

/** The parts of a text. */
export function blocksOf(text: string): Block[] {
  const found: Block[] = [];
  const lines = text.split("\n");
  lines.forEach((line, n) => {
    if (!line.startsWith("[")) return;
    const last = found.at(-1);
    if (last) last.to = n;
    const name = /^\[([^,\]]*)/.exec(line)?.[1]?.trim() ?? "";
    found.push({ heading: line.trim(), name, from: n, to: lines.length, law: line.includes("statutory:") });
  });
  return found;
}

/** Which lines hold words of the law: they stay as they are. */
export function lawLines(text: string): Set<number> {
  const lines = text.split("\n");
  const all = new Set<number>();
  for (const { law, from, to } of blocksOf(text))
    if (law) for (let n = from; n < to; n++) if (lines[n]?.trim()) all.add(n);
  return all;
}

/**
 * The text with the law's words of one part put back as they stand in `ours`: at `line` (from 1) when it was changed,
 * in its own place when it is missing. Nothing when ours has no such part.
 */
export function restored(ours: string, own: string, name: string, line: number, missing: boolean): string | undefined {
  const of = blocksOf(ours);
  const mine = blocksOf(own);
  const law = of.filter((one) => one.law && one.name === name);
  const at = missing ? undefined : mine.find((one) => one.from < line && line <= one.to);
  const taken = (one: Block) => mine.some((own) => own !== at && own.heading === one.heading);
  const block = law.find((one) => one.heading === at?.heading) ?? law.find((one) => !taken(one)) ?? law[0];
  if (!block) return undefined;
  const words = ours.split("\n").slice(block.from, block.to);
  while (words.at(-1)?.trim() === "") words.pop();
  const lines = own.split("\n");
  if (at) return [...lines.slice(0, at.from), ...words, "", ...lines.slice(at.to)].join("\n");
  const before = of.slice(0, of.indexOf(block)).reverse();
  const after = before.map((one) => mine.findLast((own) => own.name === one.name)).find((one) => one !== undefined);
  const to = after?.to ?? mine[0]?.from ?? 0;
  const head = lines.slice(0, to);
  if (head.length && head.at(-1)?.trim()) head.push("");
  return [...head, ...words, "", ...lines.slice(to)].join("\n");
}
