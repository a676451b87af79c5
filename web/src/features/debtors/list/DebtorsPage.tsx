import { useMemo } from "react";
import { Link, useNavigate } from "react-router";
import { useOrg } from "~/api/me";
import { useSetting } from "~/api/settings";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty } from "~/ui/Empty";
import { FirstWays } from "~/ui/FirstWays";
import { ListPage, useListing, useWords } from "~/ui/list";
import { ColumnsButton } from "~/ui/list/ColumnsButton";
import { ExportButton } from "~/ui/list/ExportButton";
import { Money } from "~/ui/Money";
import { SearchField } from "~/ui/SearchField";
import { SignMarks } from "~/ui/SignMarks";
import { type DebtorRow, fetchDebtors } from "../api/debtors";
import { optionalOf, useColumns } from "./columns";
import css from "./Debtors.module.css";

const usual: { hidden: string[] } = { hidden: [] };

/** Everybody who owes or has owed, with how many cases run and what is open. */
export function DebtorsPage() {
  const t = useT();
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
  const kept = useSetting("debtor-columns", usual);
  const hidden = kept.value.hidden;
  const every = useColumns();
  const columns = useMemo(() => every.filter(({ id }) => !hidden.includes(id)), [every, hidden]);
  return (
    <ListPage
      title={t("nav.customers")}
      listing={listing}
      columns={columns}
      acts={
        <>
          <span className={css.desk}>
            <ColumnsButton
              options={optionalOf(every)}
              hidden={hidden}
              onHide={(columns) => kept.keep({ hidden: columns })}
            />
          </span>
          <ExportButton
            title={t("nav.customers")}
            columns={columns}
            count={listing.count}
            sheet={{ list: "debtors", ask: search ? { filter: { search } } : {} }}
            fetchRows={async (offset, limit) => (await fetchDebtors(org, search, offset, limit)).rows}
          />
        </>
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
          <Empty title={t("debtors.empty")} acts={<FirstWays />}>
            {t("debtors.empty.text")}
          </Empty>
        )
      }
      phone={(row) => (
        <Link className={css.card} to={`/${org}/skyldnere/${row.debtor}`}>
          <span className={css.name}>
            <b>{row.name}</b> <SignMarks of={row.signs} />
          </span>
          <b className={css.sum}>{row.open !== null && <Money of={row.open} unit />}</b>
          <small>{[row.address_lines?.join(", "), row.group].filter(Boolean).join(" · ")}</small>
          <small>{t("cases.count", { n: row.running })}</small>
        </Link>
      )}
    />
  );
}
