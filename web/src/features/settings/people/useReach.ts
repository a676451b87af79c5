import { useMe } from "~/api/me";
import { useT } from "~/text/texts";

/** Which creditors somebody sees, in words. */
export function useReach(): (creditors: string[] | null) => string {
  const t = useT();
  const known = useMe()?.creditors ?? [];
  return (creditors) =>
    creditors === null
      ? t("people.reach.all")
      : creditors.map((org) => known.find((one) => one.org_number === org)?.name ?? org).join(", ");
}
