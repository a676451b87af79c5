import type { Ref } from "react";
import { isZero } from "~/format/money";
import { useF } from "~/text/format";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Money } from "~/ui/Money";
import type { BulkForeseen } from "../api/foresee";
import { nextWord } from "../words";
import css from "./Foresee.module.css";
import { ForeseeBox } from "./ForeseeBox";
import { Line } from "./Line";
import type { Foresight } from "./useForesight";

interface Props {
  of: Foresight<BulkForeseen>;
  ready: boolean;
  ref?: Ref<HTMLElement>;
}

/** What an act would do with many: how many refuse and why, what they owe before and after, and what comes next. */
export function ForeseeMany({ of: { seen, problem }, ready, ref }: Props) {
  return (
    <ForeseeBox ready={ready} problem={problem} bare={problem !== undefined} ref={ref}>
      {seen && <Seen of={seen} />}
    </ForeseeBox>
  );
}

const shown = 6;

function Seen({ of }: { of: BulkForeseen }) {
  const t = useT();
  const f = useF();
  const next = (step: BulkForeseen["rows"][number]["after"]) => {
    if (!step) return t("bulk.ahead.nothing");
    const word = nextWord(step.what);
    return `${word ? t(word) : step.what.replaceAll("_", " ")} ${f.short(step.on)}`;
  };
  const rows = of.rows.slice(0, shown);
  return (
    <>
      <p role="status">
        <b>{t("bulk.ahead.allowed", { allowed: of.allowed, count: of.count })}</b>
      </p>
      <Refusals rows={of.refused} />
      {of.allowed > 0 && (
        <dl className={css.rows}>
          {!isZero(of.costs) && <Line what={t("bulk.ahead.costs")} amount={<Money of={of.costs} unit />} />}
          <Line
            what={t("bulk.ahead.together")}
            amount={
              of.before === of.after
                ? t("foresee.same", { sum: f.money(of.before) })
                : t("foresee.from-to", { before: f.money(of.before), after: f.money(of.after) })
            }
          />
          {rows.map((row, n) => (
            <Line
              key={row.case}
              head={n === 0 ? t("bulk.ahead.first") : undefined}
              what={t("palette.case", { case: String(row.case) })}
              amount={`${next(row.before)} → ${next(row.after)}`}
            />
          ))}
        </dl>
      )}
      {of.allowed > rows.length && rows.length > 0 && (
        <p className={css.waits}>{t("bulk.ahead.more", { n: of.allowed - rows.length })}</p>
      )}
    </>
  );
}

const named = 8;

/** The refused, those with the same reason together. */
function Refusals({ rows }: { rows: BulkForeseen["refused"] }) {
  const t = useT();
  const told = useTold();
  const groups = new Map<string, { cases: number[]; lang: "en" | undefined }>();
  for (const row of rows) {
    const { what, remedy, lang } = told(row);
    const says = remedy ? `${what} ${remedy}` : what;
    const group = groups.get(says) ?? { cases: [], lang };
    group.cases.push(row.case);
    groups.set(says, group);
  }
  if (groups.size === 0) return null;
  return (
    <ul className={css.refusals}>
      {[...groups].slice(0, named).map(([says, { cases, lang }]) => (
        <li key={says}>
          {t("bulk.ahead.refused", {
            n: cases.length,
            cases: cases.slice(0, named).join(", ") + (cases.length > named ? " …" : ""),
          })}{" "}
          <span lang={lang}>{says}</span>
        </li>
      ))}
    </ul>
  );
}
