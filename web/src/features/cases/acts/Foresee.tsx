import type { Ref } from "react";
import type { ActOffer } from "~/api/types";
import { isZero } from "~/format/money";
import { useF } from "~/text/format";
import { useTold } from "~/text/problems";
import { useSays } from "~/text/says";
import { useT } from "~/text/texts";
import { longName } from "~/text/words";
import { LawLink } from "~/ui/LawLink";
import { Money } from "~/ui/Money";
import { Notice } from "~/ui/Notice";
import { Reasons } from "~/ui/Reasons";
import type { Foreseen } from "../api/foresee";
import { costWord, nextWord } from "../words";
import css from "./Foresee.module.css";
import { ForeseeBox } from "./ForeseeBox";
import { Line } from "./Line";
import type { Foresight } from "./useForesight";
import { placeOf } from "./wish";

interface Props {
  of: Foresight<Foreseen>;
  offer: ActOffer;
  /** Whether enough is typed to ask. */
  ready: boolean;
  ref?: Ref<HTMLElement>;
}

/** What an act adds to the debt or gives up, and what comes next, before it is done; as the server would book it. */
export function Foresee({ of: { seen, problem }, offer, ready, ref }: Props) {
  const bare = problem !== undefined || Boolean(seen?.refused && !placeOf(seen.refused));
  return (
    <ForeseeBox ready={ready} problem={problem} bare={bare} ref={ref}>
      {seen && (
        <div role="status">{seen.refused ? <Refused of={seen.refused} /> : <Seen of={seen} offer={offer} />}</div>
      )}
    </ForeseeBox>
  );
}

function Refused({ of }: { of: NonNullable<Foreseen["refused"]> }) {
  const t = useT();
  const { what, remedy, lang } = useTold()(of);
  if (placeOf(of)) return <p className={css.waits}>{t("foresee.refused")}</p>;
  return (
    <Notice tone="wait">
      <b>{t("foresee.refused")}</b>
      <p lang={lang}>{what}</p>
      {remedy && <p lang={lang}>{remedy}</p>}
    </Notice>
  );
}

const shown = 4;

function Seen({ of, offer }: { of: Foreseen; offer: ActOffer }) {
  const t = useT();
  const f = useF();
  const says = useSays();
  const { before, after, costs, written_off: off, instalments } = of;
  if (!after) return null;
  const rest = instalments.length > shown + 1 ? instalments.slice(shown) : [];
  const parts = off && (["principal", "interest", "costs"] as const).filter((part) => !isZero(off[part]));
  return (
    <dl className={css.rows}>
      {costs.map((row, n) => {
        const word = costWord(row.kind);
        return (
          <Line
            key={n}
            what={word ? t(word) : row.kind.replaceAll("_", " ")}
            amount={<Money of={row.amount} unit />}
            head={n === 0 ? t("foresee.adds") : undefined}
          >
            <span lang={says(row.says).ours ? undefined : "en"}>{says(row.says).text}</span> <LawLink rule={row.rule} />
          </Line>
        );
      })}
      {costs.length === 0 && !off && <Line what={t("foresee.adds")} amount={t("foresee.adds.nothing")} />}
      {off && parts && (
        <Line what={t("foresee.gives-up")} amount={<Money of={off.total} unit />}>
          {parts.length > 1 && parts.map((part) => `${t(`part.${part}`)} ${f.money(off[part])}`).join(" · ")}
        </Line>
      )}
      <Line
        what={t("foresee.open")}
        amount={
          before.total === after.total ? (
            t("foresee.same", { sum: f.money(before.total) })
          ) : (
            <>
              <span className="ear-only">
                {t("foresee.from-to", { before: f.money(before.total), after: f.money(after.total) })}
              </span>
              <span aria-hidden="true" className={css.move}>
                <s>
                  <Money of={before.total} />
                </s>{" "}
                → <Money of={after.total} unit />
              </span>
            </>
          )
        }
      >
        {offer.act === "interest" && (
          <>
            {before.interest === after.interest && <p>{t("foresee.interest.same")}</p>}
            <Reasons of={of.because} />
          </>
        )}
      </Line>
      {(rest.length ? instalments.slice(0, shown) : instalments).map((part, n) => (
        <Line
          key={part.due}
          head={n === 0 ? t("foresee.instalments") : undefined}
          what={t("foresee.instalment", { n: n + 1, day: f.day(part.due) })}
          amount={<Money of={part.amount} unit />}
        />
      ))}
      {rest.length > 0 && (
        <Line
          what={t("foresee.instalments.last", { n: rest.length, day: f.day(rest.at(-1)?.due ?? "") })}
          amount={null}
        />
      )}
      <Line what={t("foresee.next")} amount={<Next of={after} offer={offer} />} />
      {offer.act !== "interest" && of.because.length > 0 && (
        <Line what={t("foresee.because")} amount={null}>
          <Reasons of={of.because} />
        </Line>
      )}
    </dl>
  );
}

const over = new Set(["paid", "withdrawn", "closed"]);

function Next({ of, offer }: { of: NonNullable<Foreseen["after"]>; offer: ActOffer }) {
  const t = useT();
  const f = useF();
  const letter = offer.act === "take_step" && offer.kind ? longName(offer.kind) : undefined;
  if (letter && of.state !== "legal") return t("foresee.next.letter", { what: t(letter) });
  if (over.has(of.status)) return t("foresee.next.none");
  if (of.next) {
    const word = nextWord(of.next.what);
    return t("foresee.next.on", { what: word ? t(word) : of.next.what.replaceAll("_", " "), day: f.words(of.next.on) });
  }
  return t(of.status === "held" || of.status === "paused" ? "foresee.next.held" : "foresee.next.yours");
}
