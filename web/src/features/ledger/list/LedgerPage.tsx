import { lazy, Suspense, useCallback, useRef, useState } from "react";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import type { LedgerRow } from "~/api/types";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { DebtorSheet } from "~/ui/DebtorSheet";
import { Failure } from "~/ui/Empty";
import { IconFileImport } from "~/ui/icons";
import { ListFoot } from "~/ui/ListFoot";
import { Page } from "~/ui/Page";
import { SearchField } from "~/ui/SearchField";
import { WaitingRows } from "~/ui/Skeleton";
import { Tabs } from "~/ui/Tabs";
import { usePicks, useRowKeys, useWindow, WindowTable } from "~/ui/table";
import { fetchLedger, ledgerKey, type Show, type StartWish } from "../api/ledger";
import { useColumns } from "./columns";
import css from "./Ledger.module.css";
import { LedgerCard } from "./LedgerCard";
import { NothingOpen } from "./NothingOpen";
import { StartBar } from "./StartBar";
import { useAsk } from "./useAsk";

const StartDialog = lazy(async () => ({ default: (await import("./StartDialog")).StartDialog }));

const keyOf = (row: LedgerRow) => row.invoice;
const shows = ["all", "overdue", "warned"] as const satisfies readonly Show[];

/** The open items as the accounts tell them: what stands in the way of each, and the start of those one picks. */
export function LedgerPage() {
  const t = useT();
  const org = useOrg();
  const mayAct = useMay("act_on_cases");
  const imports = useMay("import_ledger");
  const { ask, change, showTo } = useAsk();
  const field = useRef<HTMLInputElement>(null);
  const [seen, setSeen] = useState({ first: 0, last: 30 });
  const [debtor, setDebtor] = useState<number>();
  const [start, setStart] = useState<{ wish: StartWish; sum: string; count: number }>();
  const onWindow = useCallback((first: number, last: number) => setSeen({ first, last }), []);
  const list = useWindow(
    ledgerKey(org, ask),
    (offset, limit) => fetchLedger(org, ask, offset, limit),
    seen.first,
    seen.last,
  );
  const columns = useColumns(setDebtor);
  const count = list.head?.count ?? 0;
  const picks = usePicks(list.rowAt, keyOf, count);
  const at = useRowKeys({
    count,
    open: (index) => setDebtor(list.rowAt(index)?.debtor),
    ...(mayAct ? { pick: picks.toggle } : {}),
    letGo: picks.letGo,
    search: () => field.current?.focus(),
  });
  return (
    <Page
      title={t("ledger.title")}
      scrolls={false}
      acts={
        imports && (
          <ButtonLink to={`/${org}/import`} icon={IconFileImport}>
            {t("today.first.import")}
          </ButtonLink>
        )
      }
      tabs={
        <Tabs
          name={t("ledger.tabs")}
          tabs={shows.map((show) => ({
            to: showTo(show),
            text: t(`ledger.show.${show}`),
            count: show === ask.show ? list.head?.count : show === "warned" ? list.head?.warned : undefined,
            here: ask.show === show,
          }))}
        />
      }
      foot={
        picks.count > 0 ? (
          <StartBar
            picks={picks}
            ask={ask}
            open={list.head?.open}
            onStart={(wish, sum) => setStart({ wish, sum, count: picks.count })}
          />
        ) : (
          <ListFoot
            count={list.head && t("ledger.count", { n: count })}
            label={t("cases.open.label")}
            sum={list.head?.open}
          />
        )
      }
    >
      <search className={css.filters}>
        <SearchField
          ref={field}
          label={t("ledger.search")}
          value={ask.search ?? ""}
          onSearch={(text) => change({ sok: text })}
        />
      </search>
      {list.error && !list.head ? (
        <Failure problem={asProblem(list.error)} again={list.again} />
      ) : !list.head ? (
        <WaitingRows rows={14} />
      ) : count === 0 ? (
        <NothingOpen ask={ask} onClear={() => change({ sok: undefined, vis: undefined })} />
      ) : (
        <WindowTable
          caption={t("ledger.title")}
          columns={columns}
          count={count}
          rowAt={list.rowAt}
          keyOf={keyOf}
          at={at}
          onWindow={onWindow}
          phone={(row) => (
            <LedgerCard row={row} onDebtor={() => setDebtor(row.debtor)} picks={mayAct ? picks : undefined} />
          )}
          phoneHeight={76}
          sorting={{
            by: ask.sort ?? "due",
            direction: ask.direction ?? "up",
            onSort: (by, direction) => change({ sorter: by, retning: direction === "down" ? "ned" : undefined }),
          }}
          picking={
            mayAct
              ? {
                  has: picks.has,
                  all: picks.all,
                  count: picks.count,
                  toggle: picks.toggle,
                  toggleAll: picks.pickAll,
                  allLabel: t("ledger.pick.all", { n: count }),
                  rowLabel: (key) => t("ledger.pick.one", { invoice: key }),
                }
              : undefined
          }
        />
      )}
      <Suspense fallback={null}>
        {start && <StartDialog {...start} onClose={() => setStart(undefined)} onDone={picks.letGo} />}
      </Suspense>
      {debtor !== undefined && <DebtorSheet debtor={debtor} open onClose={() => setDebtor(undefined)} />}
    </Page>
  );
}
