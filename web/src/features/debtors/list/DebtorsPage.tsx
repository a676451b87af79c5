import { useCallback, useMemo, useRef, useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { Money } from "~/ui/Money";
import { Page } from "~/ui/Page";
import { SearchField } from "~/ui/SearchField";
import { SignMarks } from "~/ui/SignMarks";
import { WaitingRows } from "~/ui/Skeleton";
import { type Column, useRowKeys, useWindow, WindowTable } from "~/ui/table";
import { type DebtorRow, fetchDebtors } from "../api/debtors";
import css from "./Debtors.module.css";

const keyOf = (row: DebtorRow) => String(row.debtor);

/** Everybody who owes or has owed, with how many cases run and what is open. */
export function DebtorsPage() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const go = useNavigate();
  const [words, setWords] = useSearchParams();
  const search = words.get("sok") ?? undefined;
  const field = useRef<HTMLInputElement>(null);
  const [seen, setSeen] = useState({ first: 0, last: 30 });
  const onWindow = useCallback((first: number, last: number) => setSeen({ first, last }), []);
  const find = (text: string) => setWords(text ? { sok: text } : {}, { replace: true });
  const list = useWindow(
    ["debtors", org, search],
    (offset, limit) => fetchDebtors(org, search, offset, limit),
    seen.first,
    seen.last,
  );
  const count = list.head?.count ?? 0;
  const at = useRowKeys({
    count,
    open: (index) => {
      const row = list.rowAt(index);
      if (row) go(`/${org}/skyldnere/${row.debtor}`);
    },
    search: () => field.current?.focus(),
  });
  const columns = useMemo<Column<DebtorRow>[]>(
    () => [
      {
        id: "name",
        head: t("person.name"),
        cell: (row) => (
          <span className={css.name}>
            <Link to={`/${org}/skyldnere/${row.debtor}`}>{row.name}</Link>
            <SignMarks of={row.signs} />
          </span>
        ),
      },
      { id: "customer", head: t("debtors.customer"), width: 110, cell: (row) => row.customer },
      { id: "kind", head: t("cases.kind"), width: 150, cell: (row) => row.kind && t(`kind.${row.kind}`) },
      { id: "place", head: t("debtors.address"), cell: (row) => row.address_lines?.join(", ") },
      { id: "running", head: t("debtors.running"), width: 110, right: true, cell: (row) => f.count(row.running) },
      {
        id: "open",
        head: t("cases.open"),
        width: 132,
        right: true,
        cell: (row) => <b className={css.sum}>{row.open === null ? "–" : <Money of={row.open} />}</b>,
      },
    ],
    [t, f, org],
  );
  return (
    <Page
      title={t("nav.customers")}
      scrolls={false}
      below={list.head && <span>{t("debtors.count", { n: count })}</span>}
    >
      <search className={css.filters}>
        <SearchField ref={field} label={t("debtors.search")} value={search ?? ""} onSearch={find} />
      </search>
      {list.error && !list.head ? (
        <Failure problem={asProblem(list.error)} again={list.again} />
      ) : !list.head ? (
        <WaitingRows rows={14} />
      ) : count === 0 ? (
        search ? (
          <Empty
            title={t("debtors.empty.search")}
            acts={<Button onPress={() => find("")}>{t("search.clear")}</Button>}
          />
        ) : (
          <Empty title={t("debtors.empty")}>{t("debtors.empty.text")}</Empty>
        )
      ) : (
        <WindowTable
          caption={t("nav.customers")}
          columns={columns}
          count={count}
          rowAt={list.rowAt}
          keyOf={keyOf}
          at={at}
          onWindow={onWindow}
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
      )}
    </Page>
  );
}
