import { useMemo } from "react";
import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import type { ColumnSet } from "~/ui/list/useColumnChoice";
import { Money } from "~/ui/Money";
import { SignMarks } from "~/ui/SignMarks";
import type { Column } from "~/ui/table/types";
import type { DebtorRow } from "../api/debtors";
import css from "./Debtors.module.css";

/** What may be shown of a debtor. */
export const columnSet: ColumnSet = {
  setting: "debtor-columns",
  all: ["name", "customer", "group", "kind", "place", "running", "open"],
  always: ["name", "open"],
  extra: [],
};

/** The columns of the debtors: who, then how they are reached, then what they owe. A group leads to all that are in it. */
export function useColumns(words: URLSearchParams): Column<DebtorRow>[] {
  const t = useT();
  const f = useF();
  const org = useOrg();
  return useMemo(() => {
    const to = (group: string) => {
      const next = new URLSearchParams(words);
      next.set("gruppe", group);
      return `?${next}`;
    };
    return [
      {
        id: "name",
        head: t("person.name"),
        sort: "name",
        value: (row) => row.name,
        cell: (row) => (
          <span className={css.name}>
            <Link to={`/${org}/skyldnere/${row.debtor}`}>{row.name}</Link>
            <SignMarks of={row.signs} />
          </span>
        ),
      },
      {
        id: "customer",
        head: t("debtors.customer"),
        width: 110,
        sort: "customer",
        value: (row) => row.customer,
        cell: (row) => row.customer,
      },
      {
        id: "group",
        head: t("debtor.group"),
        width: 150,
        value: (row) => row.group ?? "",
        cell: (row) =>
          row.group && (
            <Link
              className={css.group}
              to={to(row.group)}
              aria-label={t("filter.by.value", { name: t("debtor.group"), value: row.group })}
            >
              {row.group}
            </Link>
          ),
      },
      {
        id: "kind",
        head: t("cases.kind"),
        width: 150,
        value: (row) => t(row.kind ? `kind.${row.kind}` : "kind.unknown"),
        cell: (row) => t(row.kind ? `kind.${row.kind}` : "kind.unknown"),
      },
      {
        id: "place",
        head: t("debtors.address"),
        value: (row) => row.address_lines?.join(", ") ?? "",
        cell: (row) => row.address_lines?.join(", "),
      },
      {
        id: "running",
        head: t("debtors.running"),
        width: 110,
        right: true,
        sort: "running",
        kind: "whole",
        value: (row) => row.running,
        cell: (row) => f.count(row.running),
      },
      {
        id: "open",
        head: t("cases.open"),
        width: 132,
        right: true,
        sort: "open",
        kind: "money",
        value: (row) => row.open ?? "",
        cell: (row) => <b className={css.sum}>{row.open === null ? "–" : <Money of={row.open} />}</b>,
      },
    ];
  }, [t, f, org, words]);
}
