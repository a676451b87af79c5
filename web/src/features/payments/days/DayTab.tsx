import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { addUp, isZero, negated } from "~/format/money";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Day } from "~/ui/Day";
import { Empty, Failure } from "~/ui/Empty";
import { useWords } from "~/ui/list";
import { HeldTable } from "~/ui/list/HeldTable";
import type { Narrowing } from "~/ui/list/useHeld";
import { Money } from "~/ui/Money";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { Tag } from "~/ui/Tag";
import type { Column } from "~/ui/table/types";
import { type PaymentDay, usePaymentDays } from "../api/payments";
import { PeriodPill } from "../list/PeriodPill";
import css from "../page/Payments.module.css";
import type { Frame } from "../page/PaymentsPage";

const sums = ["received", "booked", "waiting", "going_back", "taken_back"] as const;

/** What of a day's money is nowhere; nothing when the day closes. */
export const restOf = (day: PaymentDay) =>
  addUp([day.received, ...([day.booked, day.waiting, day.going_back, day.taken_back].map(negated) as string[])]);

/** What each day's lines of the bank came to: received is booked, waiting, going back or taken back. */
export function DayTab({ frame }: { frame: Frame }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const { words, change } = useWords();
  const [from, to] = [words.get("fra") ?? undefined, words.get("til") ?? undefined];
  const { data, error, refetch } = usePaymentDays(org, { ...(from ? { from } : {}), ...(to ? { to } : {}) });
  const lists = (day: PaymentDay) => `?${new URLSearchParams({ fane: "liste", fra: day.on, til: day.on })}`;
  const verdict = (day: PaymentDay) => {
    const rest = restOf(day);
    return isZero(rest) ? t("payments.day.closes") : t("payments.day.rest", { amount: f.money(rest) });
  };
  const tag = (day: PaymentDay) => {
    const bad = !isZero(restOf(day));
    return (
      <Tag tone={bad ? "bad" : isZero(day.waiting) ? "good" : "wait"} quiet={!bad}>
        {bad || isZero(day.waiting) ? verdict(day) : t("payments.day.waits")}
      </Tag>
    );
  };
  const columns: Column<PaymentDay>[] = [
    {
      id: "on",
      head: t("payments.on"),
      kind: "day",
      width: 110,
      value: (day) => day.on,
      cell: (day) => (
        <Link to={lists(day)} aria-label={t("payments.day.open", { day: f.day(day.on) })}>
          <Day of={day.on} />
        </Link>
      ),
    },
    {
      id: "lines",
      head: t("payments.day.lines"),
      right: true,
      kind: "whole",
      summed: true,
      value: (day) => day.lines,
      cell: (day) => f.count(day.lines),
    },
    ...sums.map(
      (id): Column<PaymentDay> => ({
        id,
        head: t(`payments.day.${id}`),
        right: true,
        kind: "money",
        summed: true,
        value: (day) => day[id],
        cell: (day) => (isZero(day[id]) ? <span className={css.quiet}>–</span> : <Money of={day[id]} />),
      }),
    ),
    { id: "closes", head: t("payments.day.verdict"), value: verdict, cell: tag },
    {
      id: "by_hand",
      head: t("payments.day.by_hand"),
      right: true,
      kind: "money",
      summed: true,
      value: (day) => day.by_hand,
      cell: (day) =>
        day.from_hand === 0 ? (
          <span className={css.quiet}>–</span>
        ) : (
          <>
            <Money of={day.by_hand} /> <small className={css.quiet}>({f.count(day.from_hand)})</small>
          </>
        ),
    },
  ];
  const pills: Narrowing<PaymentDay>[] = [
    {
      word: "dag",
      name: t("payments.day.verdict"),
      of: (day) => (isZero(restOf(day)) ? (isZero(day.waiting) ? "closes" : "waits") : "open"),
      say: (one) =>
        t(one === "closes" ? "payments.day.closes" : one === "waits" ? "payments.day.waits" : "payments.day.wrong"),
    },
  ];
  const period = <PeriodPill from={from} to={to} onSet={change} />;
  const wrong = data?.filter((day) => !isZero(restOf(day))).length ?? 0;
  return (
    <Page
      title={frame.title}
      acts={frame.acts}
      tabs={frame.tabs(data?.length)}
      below={data && data.length > 0 && <span role="status">{t("payments.day.below", { n: wrong })}</span>}
    >
      {data?.length === 0 && <search className={css.over}>{period}</search>}
      {error && !data ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : !data ? (
        <WaitingRows rows={6} />
      ) : data.length === 0 ? (
        <Empty
          title={t(from || to ? "payments.day.empty.period" : "payments.day.empty")}
          acts={
            from || to ? (
              <Button onPress={() => change({ fra: undefined, til: undefined })}>{t("payments.period.usual")}</Button>
            ) : undefined
          }
        >
          {t("payments.day.empty.text")}
        </Empty>
      ) : (
        <HeldTable
          id="payment-days"
          caption={t("payments.day.title")}
          search={t("payments.day.search")}
          columns={columns}
          rows={data}
          pills={pills}
          keyOf={(day) => day.on}
          phone={(day) => (
            <div className={css.card}>
              <Link to={lists(day)}>
                <Day of={day.on} />
              </Link>
              <b>
                <Money of={day.received} unit />
              </b>
              <small>
                {sums
                  .slice(1)
                  .filter((id) => !isZero(day[id]))
                  .map((id) => `${t(`payments.day.${id}`)} ${f.money(day[id])}`)
                  .join(" · ")}
              </small>
              {tag(day)}
            </div>
          )}
        >
          {period}
        </HeldTable>
      )}
    </Page>
  );
}
