import { lazy, Suspense } from "react";
import { useParams, useSearchParams } from "react-router";
import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT, withWords } from "~/text/texts";
import { Failure } from "~/ui/Empty";
import { ProblemNotice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { Waiting, WaitingRows } from "~/ui/Skeleton";
import { usePhone } from "~/ui/useMedia";
import { useStraight } from "../acts/useStraight";
import { useActs, useCase } from "../api/case";
import { registerOf } from "../register";
import { CaseActs } from "./CaseActs";
import css from "./CasePage.module.css";
import { CaseSkeleton } from "./CaseSkeleton";
import { CaseTabs, caseParts } from "./CaseTabs";
import { Documents } from "./Documents";
import { DebtorButton, HeadActs, HeadLine } from "./Head";
import { NextBox } from "./NextBox";
import { Rail } from "./Rail";
import { Timeline } from "./Timeline";

const Log = lazy(withWords(async () => (await import("./Log")).Log));
const Papers = lazy(withWords(async () => (await import("./Papers")).Papers));
const Notes = lazy(withWords(async () => (await import("~/ui/notes/Notes")).Notes));

/** One case: what happens next, what has happened, what is owed and why, and what may be done. */
export function CasePage() {
  const t = useT();
  const org = useOrg();
  const phone = usePhone();
  const number = Number(useParams().case);
  const [search] = useSearchParams();
  const on = search.get("per") ?? undefined;
  const shown = caseParts.find((part) => part === search.get("vis")) ?? "tidslinje";
  const { data, error, refetch } = useCase(org, number, on);
  const acts = useActs(org, number);
  const straight = useStraight(number, data?.etag);
  const up = { to: registerOf(org), text: t("cases.title") };
  if (error && !data)
    return (
      <Page title={t("cases.case")} number={String(number)} up={up}>
        <Failure problem={asProblem(error)} again={refetch} />
      </Page>
    );
  if (!data)
    return (
      <Page title="…" number={String(number)} up={up} scrolls={false}>
        <Waiting>
          <CaseSkeleton />
        </Waiting>
      </Page>
    );
  const one = data.value;
  const offers = acts.data ?? [];
  const next = <NextBox one={one} etag={data.etag} offers={offers} />;
  return (
    <Page
      title={one.debtor.name}
      number={String(one.case)}
      up={up}
      beside={<DebtorButton debtor={one.debtor.debtor} />}
      acts={<HeadActs one={one} etag={data.etag} offers={offers} onResume={straight.press} />}
      below={
        <>
          <HeadLine one={one} />
          {straight.problem && <ProblemNotice problem={straight.problem} />}
        </>
      }
      scrolls={false}
    >
      <div className={css.columns}>
        {phone && <div className={css.first}>{next}</div>}
        <Rail one={one} asked={on} problem={error ? asProblem(error) : undefined} />
        <div className={css.main}>
          {!phone && next}
          <CaseTabs one={one} shown={shown} />
          {shown === "tidslinje" && <Timeline one={one} />}
          {(shown === "tidslinje" || shown === "dokumenter") && <Documents one={one} />}
          {shown === "dokumenter" && (
            <Suspense fallback={<WaitingRows rows={3} />}>
              <Papers one={one} />
            </Suspense>
          )}
          {shown === "handlinger" && <CaseActs one={one} etag={data.etag} acts={acts} />}
          {shown === "notater" && (
            <Suspense fallback={<WaitingRows rows={3} />}>
              <Notes about={{ case: one.case }} />
            </Suspense>
          )}
          {shown === "logg" && (
            <Suspense fallback={<WaitingRows rows={6} />}>
              <Log one={one} />
            </Suspense>
          )}
        </div>
      </div>
    </Page>
  );
}
