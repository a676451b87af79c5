import { useSetting } from "~/api/settings";

const none: { hidden?: string[] } = {};
const noColumns: string[] = [];

/** The person's own columns of the register. They follow the person, not the browser. */
export function useRegisterSettings() {
  const columns = useSetting("case-columns", none);
  return { hidden: columns.value.hidden ?? noColumns, hide: (hidden: string[]) => columns.keep({ hidden }) };
}
