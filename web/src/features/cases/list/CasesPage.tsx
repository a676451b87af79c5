import { useCallback, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useCreditor } from "~/api/creditor";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import type { CaseRow } from "~/api/types";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { Failure } from "~/ui/Empty";
import { IconPlus } from "~/ui/icons";
import { ListFoot } from "~/ui/ListFoot";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { usePicks, useRowKeys, useWindow, WindowTable } from "~/ui/table";
import { PauseMany } from "../acts/lazy";
import { casesKey, fetchCases, type Sort, useCaseSums } from "../api/cases";
import { useRegisterSettings } from "../api/settings";
import { CaseCard } from "./CaseCard";
import { useColumns } from "./columns";
import { ExportButton } from "./ExportButton";
import { Filters } from "./Filters";
import { NothingHere } from "./NothingHere";
import { PickedBar } from "./PickedBar";
import { RegisterTabs } from "./RegisterTabs";
import { useAsk } from "./useAsk";

const keyOf = (row: CaseRow) => String(row.case);

/** The case register: tabs with counts, search, filters, order, picks and the foot; thousands of rows. */
export function CasesPage() {
  const t = useT();
  const org = useOrg();
  const go = useNavigate();
  const mayAct = useMay("act_on_cases");
  const asked = useAsk();
  const { ask, change } = asked;
  const field = useRef<HTMLInputElement>(null);
  const [seen, setSeen] = useState({ first: 0, last: 30 });
  const [pausing, setPausing] = useState<number[]>();
  const onWindow = useCallback((first: number, last: number) => setSeen({ first, last }), []);
  const list = useWindow(
    casesKey(org, ask),
    (offset, limit) => fetchCases(org, ask, offset, limit),
    seen.first,
    seen.last,
  );
  const sums = useCaseSums(org, ask).data;
  const creditor = useCreditor().data?.value;
  const settings = useRegisterSettings();
  const columns = useColumns(settings.hidden);
  const count = list.head?.count ?? 0;
  const picks = usePicks(list.rowAt, keyOf, count);
  const open = (index: number) => {
    const row = list.rowAt(index);
    if (row) go(`/${org}/saker/${row.case}`);
  };
  const exact = () => {
    const found = list.head?.exact?.[0];
    if (found) go(`/${org}/saker/${found.case}`);
  };
  const at = useRowKeys({
    count,
    open,
    ...(mayAct ? { pick: picks.toggle } : {}),
    letGo: picks.letGo,
    search: () => field.current?.focus(),
  });
  return (
    <Page
      title={t("cases.title")}
      scrolls={false}
      acts={
        <>
          <ExportButton ask={ask} columns={columns} count={count} />
          {mayAct && (
            <ButtonLink to={`/${org}/saker/ny`} kind="primary" icon={IconPlus}>
              {t("cases.new")}
            </ButtonLink>
          )}
        </>
      }
      tabs={<RegisterTabs asked={asked} tabs={list.head?.tabs} settings={settings} />}
      foot={
        picks.count > 0 ? (
          <PickedBar picks={picks} ask={ask} sums={sums} onPause={setPausing} />
        ) : (
          <ListFoot
            count={sums && t("cases.count", { n: sums.count })}
            label={t("cases.open.label")}
            sum={sums?.open}
          />
        )
      }
    >
      <Filters {...asked} field={field} onEnter={exact} />
      {list.error && !list.head ? (
        <Failure problem={asProblem(list.error)} again={list.again} />
      ) : !list.head ? (
        <WaitingRows rows={14} />
      ) : count === 0 ? (
        <NothingHere asked={asked} tabs={list.head.tabs} firstDay={creditor?.cases === false} />
      ) : (
        <WindowTable
          caption={t("cases.title")}
          columns={columns}
          count={count}
          rowAt={list.rowAt}
          keyOf={keyOf}
          at={at}
          onWindow={onWindow}
          phone={(row) => <CaseCard row={row} />}
          sorting={{
            by: ask.sort ?? "next",
            direction: ask.direction ?? "up",
            onSort: (by, direction) =>
              change({ sorter: by as Sort, retning: direction === "down" ? "ned" : undefined }),
          }}
          picking={
            mayAct
              ? {
                  has: picks.has,
                  all: picks.all,
                  count: picks.count,
                  toggle: picks.toggle,
                  toggleAll: picks.pickAll,
                  allLabel: t("cases.pick.all", { n: count }),
                  rowLabel: (key) => t("cases.pick.one", { case: key }),
                }
              : undefined
          }
        />
      )}
      {pausing && <PauseMany cases={pausing} onClose={() => setPausing(undefined)} onDone={picks.letGo} />}
    </Page>
  );
}
