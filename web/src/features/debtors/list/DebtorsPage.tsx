import { useMemo } from "react";
import { Link, useNavigate } from "react-router";
import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty } from "~/ui/Empty";
import { ListPage, useListing, useWords } from "~/ui/list";
import { ExportButton } from "~/ui/list/ExportButton";
import { Money } from "~/ui/Money";
import { SearchField } from "~/ui/SearchField";
import { SignMarks } from "~/ui/SignMarks";
import type { Column } from "~/ui/table/types";
import { type DebtorRow, fetchDebtors } from "../api/debtors";
import css from "./Debtors.module.css";

/** Everybody who owes or has owed, with how many cases run and what is open. */
export function DebtorsPage() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const go = useNavigate();
  const { words, change } = useWords();
  const search = words.get("sok") ?? undefined;
  const listing = useListing({
    queryKey: ["debtors", org, search],
    fetchPage: (offset, limit) => fetchDebtors(org, search, offset, limit),
    keyOf: (row: DebtorRow) => String(row.debtor),
    open: (row) => go(`/${org}/skyldnere/${row.debtor}`),
  });
  const columns = useMemo<Column<DebtorRow>[]>(
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
  return (
    <ListPage
      title={t("nav.customers")}
      listing={listing}
      columns={columns}
      acts={
        <ExportButton
          title={t("nav.customers")}
          columns={columns}
          count={listing.count}
          sheet={{ list: "debtors", ask: { search } }}
          fetchRows={async (offset, limit) => (await fetchDebtors(org, search, offset, limit)).rows}
        />
      }
      below={listing.head && <span>{t("debtors.count", { n: listing.count })}</span>}
      filters={
        <SearchField
          ref={listing.field}
          label={t("debtors.search")}
          value={search ?? ""}
          onSearch={(text) => change({ sok: text })}
        />
      }
      nothing={() =>
        search ? (
          <Empty
            title={t("debtors.empty.search")}
            acts={<Button onPress={() => change({ sok: undefined })}>{t("search.clear")}</Button>}
          />
        ) : (
          <Empty title={t("debtors.empty")}>{t("debtors.empty.text")}</Empty>
        )
      }
      phone={(row) => (
        <Link className={css.card} to={`/${org}/skyldnere/${row.debtor}`}>
          <span className={css.name}>
            <b>{row.name}</b> <SignMarks of={row.signs} />
          </span>
          <b className={css.sum}>{row.open !== null && <Money of={row.open} unit />}</b>
          <small>{row.address_lines?.join(", ")}</small>
          <small>{t("cases.count", { n: row.running })}</small>
        </Link>
      )}
    />
  );
}
