import { lazy, Suspense, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { useMay, useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty } from "~/ui/Empty";
import { FirstWays } from "~/ui/FirstWays";
import { ListPage, useListing } from "~/ui/list";
import { ColumnsButton } from "~/ui/list/ColumnsButton";
import { ExportButton } from "~/ui/list/ExportButton";
import { optionsOf, useColumnChoice } from "~/ui/list/useColumnChoice";
import { Views } from "~/ui/list/Views";
import { type DebtorRow, debtorsKey, fetchDebtors } from "../api/debtors";
import { columnSet, useColumns } from "./columns";
import { DebtorCard } from "./DebtorCard";
import css from "./Debtors.module.css";
import { Filters } from "./Filters";
import type { Which } from "./GroupDialog";
import { PickedBar } from "./PickedBar";
import { filterOf, useAsk, wordsOf } from "./useAsk";

const GroupDialog = lazy(async () => ({ default: (await import("./GroupDialog")).GroupDialog }));

/** Everybody who owes or has owed, with how many cases run and what is open; many at once go into a group. */
export function DebtorsPage() {
  const t = useT();
  const org = useOrg();
  const go = useNavigate();
  const mayAct = useMay("act_on_cases");
  const { words, ...asked } = useAsk();
  const { ask, change, clear, filters } = asked;
  const [grouping, setGrouping] = useState<{ which: Which; count: number }>();
  const listing = useListing({
    queryKey: debtorsKey(org, ask),
    fetchPage: (offset, limit) => fetchDebtors(org, ask, offset, limit),
    keyOf: (row: DebtorRow) => String(row.debtor),
    open: (row) => go(`/${org}/skyldnere/${row.debtor}`),
    picks: mayAct,
  });
  const { head, count, picks } = listing;
  const { hidden, hide, columns: chosen } = useColumnChoice(columnSet, { words, change });
  const every = useColumns(words);
  const columns = useMemo(() => every.filter(({ id }) => !hidden.includes(id)), [every, hidden]);
  const narrowed = filters > 0 || ask.search !== undefined;
  return (
    <ListPage
      title={t("nav.customers")}
      listing={listing}
      columns={columns}
      acts={
        <>
          <Views
            list="debtors"
            words={words}
            wordsOf={wordsOf}
            now={{ filter: filterOf(ask), sort: ask.sort ?? "name", direction: ask.direction ?? "up", columns: chosen }}
          />
          <span className={css.desk}>
            <ColumnsButton options={optionsOf(every, columnSet)} hidden={hidden} onHide={hide} />
          </span>
          <ExportButton
            title={t("nav.customers")}
            columns={columns}
            count={count}
            sheet={{ list: "debtors", ask: { filter: filterOf(ask), sort: ask.sort, direction: ask.direction } }}
            fetchRows={async (offset, limit) => (await fetchDebtors(org, ask, offset, limit)).rows}
          />
        </>
      }
      below={head && <span role="status">{t("debtors.count", { n: count })}</span>}
      filters={<Filters {...asked} field={listing.field} />}
      nothing={() =>
        narrowed ? (
          <Empty
            title={t(filters > 0 ? "debtors.empty.filter" : "debtors.empty.search")}
            acts={
              <>
                {filters > 0 && <Button onPress={clear}>{t("filter.clear-all")}</Button>}
                {ask.search && <Button onPress={() => change({ sok: undefined })}>{t("search.clear")}</Button>}
              </>
            }
          />
        ) : (
          <Empty title={t("debtors.empty")} acts={<FirstWays />}>
            {t("debtors.empty.text")}
          </Empty>
        )
      }
      sorting={{
        by: ask.sort ?? "name",
        direction: ask.direction ?? "up",
        onSort: (by, direction) =>
          change({ sorter: by === "name" ? undefined : by, retning: direction === "down" ? "ned" : undefined }),
      }}
      pickLabels={{
        all: t("debtors.pick.all", { n: count }),
        one: (key, row) => t("debtors.pick.one", { name: row?.name ?? key }),
      }}
      picked={<PickedBar picks={picks} ask={ask} onGroup={(which) => setGrouping({ which, count: picks.count })} />}
      phone={(row) => <DebtorCard row={row} picks={mayAct ? picks : undefined} />}
    >
      <Suspense fallback={null}>
        {grouping && <GroupDialog {...grouping} onClose={() => setGrouping(undefined)} onDone={picks.letGo} />}
      </Suspense>
    </ListPage>
  );
}
