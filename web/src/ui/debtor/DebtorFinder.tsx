import { useState } from "react";
import { useWatch } from "react-hook-form";
import { useDebtor, useFoundDebtors } from "~/api/debtor";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { Finder } from "../form/Finder";

/** A debtor that is known here, found by name or number; the form's field `debtor`. */
export function DebtorFinder() {
  const t = useT();
  const org = useOrg();
  const [search, setSearch] = useState("");
  const rows = useFoundDebtors(org, search).data?.rows ?? [];
  // The one that is chosen is among them, whatever is searched for.
  const chosen = Number(useWatch({ name: "debtor" })) || undefined;
  const here = rows.some((one) => one.debtor === chosen);
  const other = useDebtor(org, here ? undefined : chosen).data?.value;
  const found = other && !here && other.debtor === chosen ? [other, ...rows] : rows;
  return (
    <Finder
      name="debtor"
      label={t("new.debtor")}
      help={t("new.debtor.help")}
      required
      nothing={t("new.debtor.none")}
      onSearch={setSearch}
      options={found.map((one) => ({
        value: String(one.debtor),
        label: one.customer ? `${one.name} (${one.customer})` : one.name,
      }))}
    />
  );
}
