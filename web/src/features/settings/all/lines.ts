const blanks = /\s*/y;
const string = /"(?:[^"\\]|\\.)*"/y;
const word = /[^\s,\]}]+/y;

/** The line of each place in a JSON text, by the server's name of it: settings.kid_length, courses.Rolig.steps[0]. */
export function linesOf(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  let at = 0;
  let line = 1;
  const take = (form: RegExp): string => {
    form.lastIndex = at;
    const found = form.exec(text)?.[0] ?? "";
    at += found.length;
    return found;
  };
  const skip = () => {
    line += take(blanks).split("\n").length - 1;
  };
  const here = (sign: string): boolean => {
    skip();
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };
  const list = (end: string, entry: (n: number) => void) => {
    if (here(end)) return;
    for (let n = 0; at < text.length; n += 1) {
      skip();
      entry(n);
      if (!here(",")) break;
    }
    here(end);
  };
  const value = (place: string): void => {
    skip();
    if (!lines.has(place)) lines.set(place, line);
    if (here("{"))
      list("}", () => {
        const key = JSON.parse(take(string)) as string;
        const inner = place ? `${place}.${key}` : key;
        lines.set(inner, line);
        here(":");
        value(inner);
      });
    else if (here("[")) list("]", (n) => value(`${place}[${n}]`));
    else if (!take(string)) take(word);
  };
  try {
    value("");
  } catch {
    // Not JSON: the server says where.
  }
  return lines;
}

/** The line of a place, or of what it stands in. */
export function lineOf(lines: Map<string, number>, place: string): number | undefined {
  for (let inner = place; inner; inner = inner.replace(/(?:^|[.[])[^.[]*$/, "")) {
    const line = lines.get(inner);
    if (line !== undefined) return line;
  }
  return undefined;
}
