import { useState } from "react";
import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useFoundCases } from "../api/payments";

/** Cases to choose from while one types: number, name and what is open. */
export function useCaseFinder() {
  const f = useF();
  const org = useOrg();
  const [search, setSearch] = useState("");
  const rows = useFoundCases(org, search).data?.rows ?? [];
  return {
    onSearch: setSearch,
    options: rows.map((row) => ({
      value: String(row.case),
      label: `${row.case} ${row.name}${row.open === null ? "" : ` – ${f.money(row.open)} kr`}`,
    })),
  };
}
