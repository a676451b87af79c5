// The register as it was left: the way up from a case leads there, with its tab and filters.

const last = new Map<string, string>();
/** What asks once, and is no part of the place. */
const passing = ["jobb", "flytt"];

export function leaveRegister(org: string, words: URLSearchParams): void {
  const kept = new URLSearchParams(words);
  for (const name of passing) kept.delete(name);
  last.set(org, kept.size > 0 ? `?${kept}` : "");
}

/** The address of the register as this window left it. */
export const registerOf = (org: string): string => `/${org}/saker${last.get(org) ?? ""}`;
