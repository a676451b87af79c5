import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { useMay, useOrg } from "~/api/me";
import type { LedgerRow } from "~/api/types";
import { useT, withWords } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { DebtorSheet } from "~/ui/debtor/DebtorSheet";
import { GroupPill } from "~/ui/debtor/GroupPill";
import { IconFileImport } from "~/ui/icons";
import { ListFoot } from "~/ui/ListFoot";
import { ListPage, useListing } from "~/ui/list";
import { ColumnsButton } from "~/ui/list/ColumnsButton";
import { ExportButton } from "~/ui/list/ExportButton";
import { ListTabs } from "~/ui/list/ListTabs";
import { optionsOf, useColumnChoice } from "~/ui/list/useColumnChoice";
import { Views } from "~/ui/list/Views";
import { SearchField } from "~/ui/SearchField";
import { Tabs } from "~/ui/Tabs";
import { fetchLedger, ledgerKey, type StartWish } from "../api/ledger";
import { columnSet, useColumns } from "./columns";
import { LedgerCard } from "./LedgerCard";
import { NothingOpen } from "./NothingOpen";
import { StartBar } from "./StartBar";
import { filterOf, shows, useAsk, wordsOf } from "./useAsk";

const StartDialog = lazy(withWords(async () => (await import("./StartDialog")).StartDialog));

const ItemSheet = lazy(withWords(async () => (await import("./ItemSheet")).ItemSheet));

/** The open items as the accounts tell them: what stands in the way of each, and the start of those one picks. */
export function LedgerPage() {
  const t = useT();
  const org = useOrg();
  const mayAct = useMay("act_on_cases");
  const imports = useMay("import_ledger");
  const asked = useAsk();
  const { ask, change, showTo, words } = asked;
  const [debtor, setDebtor] = useState<{ debtor: number; editing: boolean }>();
  const openDebtor = useCallback((one: number, editing = false) => setDebtor({ debtor: one, editing }), []);
  const [item, setItem] = useState<LedgerRow>();
  const [start, setStart] = useState<{ wish: StartWish; sum: string; count: number }>();
  const listing = useListing({
    queryKey: ledgerKey(org, ask),
    fetchPage: (offset, limit) => fetchLedger(org, ask, offset, limit),
    keyOf: (row: LedgerRow) => row.invoice,
    open: (row) => openDebtor(row.debtor),
    picks: mayAct,
  });
  const { head, count, picks } = listing;
  const choice = useColumnChoice(columnSet, asked);
  const { hidden } = choice;
  const every = useColumns(openDebtor, setItem);
  const columns = useMemo(() => every.filter(({ id }) => !hidden.includes(id)), [every, hidden]);
  return (
    <ListPage
      title={t("ledger.title")}
      listing={listing}
      columns={columns}
      acts={
        <>
          <ExportButton
            title={t("ledger.title")}
            columns={columns}
            count={count}
            sheet={{ list: "ledger", ask: { filter: filterOf(ask), sort: ask.sort, direction: ask.direction } }}
            fetchRows={async (offset, limit) => (await fetchLedger(org, ask, offset, limit)).rows}
          />
          {imports && (
            <ButtonLink to={`/${org}/import`} icon={IconFileImport}>
              {t("today.first.import")}
            </ButtonLink>
          )}
        </>
      }
      tabs={
        <ListTabs
          tabs={
            <Tabs
              name={t("ledger.tabs")}
              tabs={shows
                .filter((show) => show !== "proposed" || show === ask.show)
                .map((show) => ({
                  to: showTo(show),
                  text: t(`ledger.show.${show}`),
                  count: show === ask.show ? head?.count : show === "warned" ? head?.warned : undefined,
                  here: ask.show === show,
                }))}
            />
          }
          views={
            <Views
              list="ledger"
              words={words}
              wordsOf={wordsOf}
              now={{
                filter: filterOf(ask),
                sort: ask.sort ?? "due",
                direction: ask.direction ?? "up",
                columns: choice.columns,
              }}
            />
          }
          desk={<ColumnsButton options={optionsOf(every, columnSet)} hidden={hidden} onHide={choice.hide} />}
        />
      }
      filters={
        <>
          <SearchField
            ref={listing.field}
            label={t("ledger.search")}
            value={ask.search ?? ""}
            onSearch={(text) => change({ sok: text })}
          />
          <GroupPill group={ask.group} onGroup={(group) => change({ gruppe: group })} />
        </>
      }
      nothing={() => <NothingOpen ask={ask} change={change} />}
      sorting={{
        by: ask.sort ?? "due",
        direction: ask.direction ?? "up",
        onSort: (by, direction) => change({ sorter: by, retning: direction === "down" ? "ned" : undefined }),
      }}
      pickLabels={{
        all: t("ledger.pick.all", { n: count }),
        one: (key) => t("ledger.pick.one", { invoice: key }),
      }}
      foot={<ListFoot count={head && t("ledger.count", { n: count })} label={t("cases.open.label")} sum={head?.open} />}
      picked={
        <StartBar
          picks={picks}
          ask={ask}
          open={head?.open}
          onStart={(wish, sum) => setStart({ wish, sum, count: picks.count })}
        />
      }
      phone={(row) => (
        <LedgerCard
          row={row}
          onDebtor={(editing) => openDebtor(row.debtor, editing)}
          onItem={() => setItem(row)}
          picks={mayAct ? picks : undefined}
        />
      )}
      phoneHeight={112}
    >
      <Suspense fallback={null}>
        {start && (
          <StartDialog
            {...start}
            rows={picks.all ? [] : [...picks.rows.values()]}
            onClose={() => setStart(undefined)}
            onDone={picks.letGo}
          />
        )}
        {item && (
          <ItemSheet
            row={item}
            onDebtor={(editing) => {
              setItem(undefined);
              openDebtor(item.debtor, editing);
            }}
            onClose={() => setItem(undefined)}
          />
        )}
      </Suspense>
      {debtor && <DebtorSheet {...debtor} open onClose={() => setDebtor(undefined)} />}
    </ListPage>
  );
}
