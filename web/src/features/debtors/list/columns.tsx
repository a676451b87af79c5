import { useMemo } from "react";
import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Money } from "~/ui/Money";
import { SignMarks } from "~/ui/SignMarks";
import type { Column } from "~/ui/table/types";
import type { DebtorRow } from "../api/debtors";
import css from "./Debtors.module.css";

const always = ["name", "open"];

/** The columns of the debtors: who, then how they are reached, then what they owe. */
export function useColumns(): Column<DebtorRow>[] {
  const t = useT();
  const f = useF();
  const org = useOrg();
  return useMemo(
    () => [
      {
        id: "name",
        head: t("person.name"),
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
              to={`/${org}/skyldnere?${new URLSearchParams({ sok: row.group })}`}
              aria-label={t("debtors.find-group", { group: row.group })}
            >
              {row.group}
            </Link>
          ),
      },
      {
        id: "kind",
        head: t("cases.kind"),
        width: 150,
        value: (row) => (row.kind ? t(`kind.${row.kind}`) : ""),
        cell: (row) => row.kind && t(`kind.${row.kind}`),
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
        value: (row) => row.running,
        cell: (row) => f.count(row.running),
      },
      {
        id: "open",
        head: t("cases.open"),
        width: 132,
        right: true,
        value: (row) => row.open ?? "",
        cell: (row) => <b className={css.sum}>{row.open === null ? "–" : <Money of={row.open} />}</b>,
      },
    ],
    [t, f, org],
  );
}

/** Those one may do without. */
export const optionalOf = (columns: Column<DebtorRow>[]) =>
  columns.filter(({ id }) => !always.includes(id)).map(({ id, head }) => ({ value: id, label: head }));
