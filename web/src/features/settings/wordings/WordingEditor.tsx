import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { useMay, useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Notice, ProblemNotice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { Tabs } from "~/ui/Tabs";
import { Tag } from "~/ui/Tag";
import { usePhone } from "~/ui/useMedia";
import { type Tagged, useWordingCheck, type Which } from "../api/wordings";
import { Answer, lineOf } from "./Answer";
import { restored } from "./blocks";
import { Fillings } from "./Fillings";
import { type LinedHandle, LinedText } from "./LinedText";
import { Plain } from "./Plain";
import { Shown } from "./Shown";
import { useDraft, wordsOf } from "./useDraft";
import css from "./Wordings.module.css";

const ReasonDialog = lazy(async () => ({ default: (await import("./ReasonDialog")).ReasonDialog }));
const LeaveDialog = lazy(async () => ({ default: (await import("./LeaveDialog")).LeaveDialog }));

/** A moment after the last key: what is typed is looked at then. */
function useSettled<V>(value: V, wait = 300): V {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}

const sides = ["tekst", "vaar", "klarhet", "ord", "brev", "deres"] as const;
type Side = (typeof sides)[number];

interface Props {
  which: Which;
  title: string;
  up: { to: string; text: string };
  first: Tagged;
}

/** A wording as it is written: the text with what the law says at its line, and beside it ours, its score, the words
 * that are filled in, and the letter. On a phone one of these at a time. */
export function WordingEditor({ which, title, up, first }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const answerId = useId();
  const phone = usePhone();
  const may = useMay("manage_creditor");
  const draft = useDraft(which, first);
  const { typed, stored, theirs, dirty, problem, blocker } = draft;
  const field = useRef<LinedHandle>(null);
  const [search, setSearch] = useSearchParams();
  const settled = useSettled(typed);
  const asked = useWordingCheck(org, which, settled);
  const stale = settled !== typed || asked.isPlaceholderData || asked.isFetching;
  const refused = problem && lineOf(problem) !== undefined ? problem : undefined;
  const wrong = refused
    ? { code: refused.code, field: refused.field ?? "", detail: refused.detail ?? "", remedy: refused.remedy ?? "" }
    : asked.data?.wrong;
  const clarity = useLast(asked.data?.clarity ?? undefined) ?? stored.value.clarity;
  const line = lineOf(wrong);

  const offered = sides.filter((side) => (side === "tekst" ? phone : side === "deres" ? theirs !== undefined : true));
  const wish = search.get("ved") as Side;
  const side = offered.includes(wish) ? wish : (offered[0] ?? "vaar");
  const open = (one: Side) => setSearch({ ved: one }, { replace: true });
  const toLine = (n: number) => {
    if (phone) open("tekst");
    requestAnimationFrame(() => field.current?.show(n));
  };
  const name = /^(?:the words of )?\[([^\]]+)\]/.exec(wrong?.detail ?? "")?.[1];
  const missing = wrong?.code === "text.statutory_missing";
  const whole =
    may && name && (missing || wrong?.code === "text.statutory_changed")
      ? restored(stored.value.ours, typed, name, line ?? 1, missing)
      : undefined;

  const tabs = (
    <Tabs
      name={t("wordings.sides")}
      tabs={offered.map((one) => ({ to: `?ved=${one}`, text: t(`wordings.side.${one}`), here: one === side }))}
    />
  );
  return (
    <Page
      title={title}
      up={up}
      scrolls={false}
      acts={
        may && (
          <>
            {(stored.value.own !== null || dirty) && <Button onPress={draft.drop}>{t("wordings.drop")}</Button>}
            <Button kind="primary" busy={draft.busy} keys="Control+S" onPress={() => draft.save()}>
              {t("common.save")}
            </Button>
          </>
        )
      }
      below={
        <>
          <Tag tone={stored.value.own === null ? "done" : "going"}>
            {t(stored.value.own === null ? "wordings.ours" : "wordings.own")}
          </Tag>
          {dirty && <Tag tone="wait">{t("wordings.dirty")}</Tag>}
          <span>{t("wordings.from-now")}</span>
          {stored.value.set_on && (
            <span>
              {stored.value.set_by
                ? t("wordings.set.by", { day: f.day(stored.value.set_on), name: stored.value.set_by })
                : t("wordings.set", { day: f.day(stored.value.set_on) })}
            </span>
          )}
          {stored.value.reason && <span>{t("wordings.reason.of", { reason: stored.value.reason })}</span>}
        </>
      }
      tabs={phone && tabs}
    >
      <div className={css.columns}>
        <section
          className={css.write}
          aria-label={t("wordings.side.tekst")}
          hidden={phone && side !== "tekst"}
          onKeyDown={(event) => {
            if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
            event.preventDefault();
            if (may) void draft.save();
          }}
        >
          {!may && <Notice tone="plain">{t("company.read-only")}</Notice>}
          {theirs && (
            <Notice tone="wait">
              <p>{t(theirs.value.own === null ? "wordings.theirs.dropped" : "wordings.theirs")}</p>
              <div className={css.acts}>
                <Button onPress={() => open("deres")}>{t("wordings.theirs.see")}</Button>
                <Button onPress={draft.takeTheirs}>{t("wordings.theirs.take")}</Button>
                <Button onPress={() => draft.save()}>{t("wordings.theirs.over")}</Button>
              </div>
            </Notice>
          )}
          {problem && !refused && <ProblemNotice problem={problem} />}
          <Answer
            id={answerId}
            wrong={wrong}
            stale={stale}
            onLine={toLine}
            onRestore={whole === undefined ? undefined : () => draft.write(whole)}
          />
          <div className={css.scrolls}>
            <LinedText
              ref={field}
              label={title}
              value={typed}
              onType={may ? draft.write : undefined}
              bad={line}
              hard={stale ? [] : clarity.findings.map((one) => one.line).filter((n) => n > 1)}
              describedBy={answerId}
            />
          </div>
        </section>
        {side !== "tekst" && (
          <section className={css.beside} aria-label={t(`wordings.side.${side}`)}>
            {!phone && tabs}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
            <div className={css.scrolls} tabIndex={0}>
              {side === "vaar" && (
                <>
                  <p className={css.note}>{t("wordings.ours.text")}</p>
                  <LinedText label={t("wordings.ours")} value={stored.value.ours} />
                </>
              )}
              {side === "deres" && theirs && <LinedText label={t("wordings.side.deres")} value={wordsOf(theirs)} />}
              {side === "klarhet" && (
                <Plain of={clarity} kind={which.kind} stale={stale || wrong !== null} onLine={toLine} />
              )}
              {side === "ord" && (
                <Fillings
                  ours={stored.value.ours}
                  onWrite={
                    may
                      ? (words) => {
                          if (phone) open("tekst");
                          field.current?.write(words);
                        }
                      : undefined
                  }
                />
              )}
              {side === "brev" && <Shown which={which} text={settled} name={title} />}
            </div>
          </section>
        )}
      </div>
      <Suspense fallback={null}>
        {draft.asking && (
          <ReasonDialog
            score={asked.data?.clarity?.score}
            first={stored.value.reason}
            onSave={async (reason) => draft.save(reason)}
            onClose={draft.stopAsking}
          />
        )}
        {blocker.state === "blocked" && <LeaveDialog onStay={blocker.reset} onLeave={blocker.proceed} />}
      </Suspense>
    </Page>
  );
}

/** The last value that there was. */
function useLast<V>(value: V | undefined): V | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
