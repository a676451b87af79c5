import type { Today } from "~/api/types";
import type { TextId } from "~/text/texts";

export type Need = Today["needs"][number];
export type Category = Need["category"];

/** A category's head, its good news when it is empty, and the list it leads to. */
export const categories: Record<Category, { head: TextId; none: TextId; to: string }> = {
  choice: { head: "today.choice", none: "today.choice.none", to: "saker?status=approval" },
  ready_letters: { head: "today.letters", none: "today.letters.none", to: "utskrift" },
  held_letters: { head: "today.held", none: "today.held.none", to: "utskrift?vis=stanset" },
  suspense: { head: "today.suspense", none: "today.suspense.none", to: "innbetalinger" },
  held: { head: "today.stopped", none: "today.stopped.none", to: "saker?fane=inactive&status=held" },
  ready_to_start: { head: "today.start", none: "today.start.none", to: "reskontro?vis=ready" },
  missing_address: { head: "today.address", none: "today.address.none", to: "reskontro?vis=warned" },
};
