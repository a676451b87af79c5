/** The parts of the list, in its order. */
export const groups = ["company", "letters", "agency", "doors", "automation", "courses"] as const;
export type Group = (typeof groups)[number];

const company = new Set(["name", "email", "phone", "account", "mode", "vat_deductible", "vat_registered"]);

/** The part that a setting stands in. */
export function groupOf(name: string): Group {
  const first = name.split(".")[0];
  if (first === "address" || company.has(name)) return "company";
  return groups.find((group) => group === first) ?? "letters";
}
