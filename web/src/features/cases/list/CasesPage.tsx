import { useEffect, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { useCreditor } from "~/api/creditor";
import { useMay, useOrg } from "~/api/me";
import type { CaseRow } from "~/api/types";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { IconPlus } from "~/ui/icons";
import { ListFoot } from "~/ui/ListFoot";
import { ListPage, useListing } from "~/ui/list";
import { ExportButton } from "~/ui/list/ExportButton";
import { useColumnChoice } from "~/ui/list/useColumnChoice";
import { JobDialog, ManyDialog, MoveDialog } from "../acts/lazy";
import { casesKey, fetchCases, type Sort, useCaseSums } from "../api/cases";
import { leaveRegister } from "../register";
import { CaseCard } from "./CaseCard";
import { columnSet, useColumns } from "./columns";
import { Filters } from "./Filters";
import { NothingHere } from "./NothingHere";
import { type Many, PickedBar } from "./PickedBar";
import { RegisterTabs } from "./RegisterTabs";
import { filterOf, useAsk } from "./useAsk";

/** The case register: tabs with counts, search, filters, order, picks and the foot; thousands of rows. */
export function CasesPage() {
  const t = useT();
  const org = useOrg();
  const go = useNavigate();
  const mayAct = useMay("act_on_cases");
  const asked = useAsk();
  const { ask, change } = asked;
  useEffect(() => leaveRegister(org, asked.words), [org, asked.words]);
  const job = Number(asked.words.get("jobb"));
  const moved = asked.words.get("flytt");
  const [many, setMany] = useState<Many>();
  const open = (row: { case: number }) => go(`/${org}/saker/${row.case}`);
  const listing = useListing({
    queryKey: casesKey(org, ask),
    fetchPage: (offset, limit) => fetchCases(org, ask, offset, limit),
    keyOf: (row: CaseRow) => String(row.case),
    open,
    picks: mayAct,
  });
  const { head, count, picks } = listing;
  const sums = useCaseSums(org, ask).data;
  const creditor = useCreditor().data?.value;
  const choice = useColumnChoice(columnSet, asked);
  const { hidden } = choice;
  const every = useColumns();
  const columns = useMemo(() => every.filter(({ id }) => !hidden.includes(id)), [every, hidden]);
  const exact = () => {
    const found = head?.exact?.[0];
    if (found) open(found);
  };
  return (
    <ListPage
      title={t("cases.title")}
      listing={listing}
      columns={columns}
      acts={
        <>
          <ExportButton
            title={t("cases.title")}
            columns={columns}
            count={count}
            sheet={{ list: "cases", ask: { filter: filterOf(ask), sort: ask.sort, direction: ask.direction } }}
            fetchRows={async (offset, limit) => (await fetchCases(org, ask, offset, limit)).rows}
          />
          {mayAct && (
            <ButtonLink to={`/${org}/saker/ny`} kind="primary" icon={IconPlus}>
              {t("cases.new")}
            </ButtonLink>
          )}
        </>
      }
      tabs={<RegisterTabs asked={asked} tabs={head?.tabs} choice={choice} columns={every} />}
      filters={<Filters {...asked} field={listing.field} onEnter={exact} />}
      nothing={({ tabs }) => <NothingHere asked={asked} tabs={tabs} firstDay={creditor?.cases === false} />}
      sorting={{
        by: ask.sort ?? "next",
        direction: ask.direction ?? "up",
        onSort: (by, direction) => change({ sorter: by as Sort, retning: direction === "down" ? "ned" : undefined }),
      }}
      pickLabels={{
        all: t("cases.pick.all", { n: count }),
        one: (key) => t("cases.pick.one", { case: key }),
      }}
      foot={
        <ListFoot count={sums && t("cases.count", { n: sums.count })} label={t("cases.open.label")} sum={sums?.open} />
      }
      picked={<PickedBar picks={picks} ask={ask} sums={sums} onAct={setMany} />}
      phone={(row) => <CaseCard row={row} />}
    >
      {job > 0 && <JobDialog job={job} onClose={() => change({ jobb: undefined })} />}
      {moved && <MoveDialog course={moved} onClose={() => change({ flytt: undefined })} />}
      {many && <ManyDialog {...many} onClose={() => setMany(undefined)} onDone={picks.letGo} />}
    </ListPage>
  );
}
