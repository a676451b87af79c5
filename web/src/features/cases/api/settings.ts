import { useSetting } from "~/api/settings";

export interface View {
  name: string;
  search: string;
}

const none: { hidden?: string[] } = {};
const noColumns: string[] = [];
const noViews: View[] = [];

/** The person's own settings of the register: hidden columns and saved views. They follow the person, not the browser. */
export function useRegisterSettings() {
  const columns = useSetting("case-columns", none);
  const views = useSetting("case-views", noViews);
  return {
    hidden: columns.value.hidden ?? noColumns,
    hide: (hidden: string[]) => columns.keep({ hidden }),
    views: views.value,
    keepViews: views.keep,
  };
}
