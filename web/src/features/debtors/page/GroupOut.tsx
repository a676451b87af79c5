import { useAutomation } from "~/api/automation";
import { useOrg } from "~/api/me";
import type { Debtor } from "~/api/types";
import { useT } from "~/text/texts";
import css from "./DebtorPage.module.css";

/** Says that the rules leave the customer's group to a person. */
export function GroupOut({ one }: { one: Debtor }) {
  const t = useT();
  const out = useAutomation(useOrg()).data?.value.excluded_groups ?? [];
  if (!one.group || !out.includes(one.group)) return null;
  return <p className={css.quiet}>{t("auto.group.out", { group: one.group })}</p>;
}
