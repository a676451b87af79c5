import { Link, useLocation, useNavigate } from "react-router";
import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Day } from "~/ui/Day";
import { Empty, Failure } from "~/ui/Empty";
import { Sheet } from "~/ui/Sheet";
import { WaitingRows } from "~/ui/Skeleton";
import { type Definition, type Line, type Report, type ReportRow, useLines } from "../api/reports";
import { figureText, rowText } from "../figures";
import type { Asked } from "../useAsk";
import css from "./Report.module.css";

const letters = new Set(["nudge", "reminder", "notice", "demand", "rest_note", "LetterSent"]);

/** Where a line is seen on its own: a letter among the papers of its case, all else on its line of days; an act on no case with its debtor. */
export function placeOf(org: string, { case: number, debtor, what }: Pick<Line, "case" | "debtor" | "what">) {
  if (number === null) return debtor ? `/${org}/skyldnere/${debtor}` : undefined;
  return `/${org}/saker/${number}${letters.has(what) ? "?vis=dokumenter" : ""}`;
}

interface Props {
  definition: Definition;
  asked: Asked;
  report: Report | undefined;
  rows: ReportRow[];
}

/** The lines that the figure in the address is the sum of, beside the table. */
export function LinesSheet({ definition, asked, report, rows }: Props) {
  const t = useT();
  const f = useF();
  const go = useNavigate();
  const opened = (useLocation().state as { lines?: boolean } | null)?.lines === true;
  const { words, change } = asked;
  const column = definition.columns.find(({ id, lines }) => lines && id === words.get("kol"));
  if (!column) return null;
  const row = words.get("rad") ?? undefined;
  const found = rows.find((one) => one.row === row);
  const value = row === undefined ? report?.sum[column.id] : found?.figures[column.id];
  const close = () => (opened ? void go(-1) : change({ kol: undefined, rad: undefined }));
  return (
    <Sheet title={t("reports.lines.title", { column: column.head })} open onClose={close}>
      <div className={css.lines}>
        <p className={css.of}>
          {row === undefined ? t("reports.all-rows") : found ? rowText(f, found) : ""}
          {value !== undefined && <b className="numbers">{figureText(f, column, value)}</b>}
        </p>
        <LineList definition={definition} asked={asked} column={column.id} row={row} />
      </div>
    </Sheet>
  );
}

interface ListProps extends Pick<Props, "definition" | "asked"> {
  column: string;
  row: string | undefined;
}

function LineList({ definition, asked, column, row }: ListProps) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const wish = { org, report: definition.name, ask: asked.ask, language: f.language };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useLines(wish, column, row);
  if (error && !data) return <Failure problem={asProblem(error)} again={refetch} />;
  if (!data) return <WaitingRows rows={6} height={52} />;
  const lines = data.pages.flatMap((page) => page.rows);
  if (lines.length === 0) return <Empty small title={t("reports.lines.none")} />;
  const kind = data.pages[0]?.kind ?? "money";
  return (
    <>
      <ol className={css.list} aria-label={t("reports.lines")}>
        {lines.map((line, n) => (
          <li key={n}>
            <span>
              <Whose line={line} to={placeOf(org, line)} />
              <small>
                {aboutOf(line)}
                {line.day && (
                  <>
                    {aboutOf(line) && " · "}
                    <Day of={line.day} />
                  </>
                )}
              </small>
            </span>
            <b className="numbers">{figureText(f, { kind }, line.value)}</b>
          </li>
        ))}
      </ol>
      <p className={css.quiet} role="status">
        {t(hasNextPage ? "reports.lines.some" : "reports.lines.all", { n: lines.length })}
      </p>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t("reports.lines.more")}
        </Button>
      )}
    </>
  );
}

/** What a line is, and of what; an act on nothing stands alone as it is. */
const aboutOf = ({ case: number, debtor, label, reference }: Line) =>
  number !== null || debtor ? [label, reference].filter(Boolean).join(" ") : "";

/** The case of a line, the debtor of an act on no case, or the act itself. */
function Whose({ line, to }: { line: Line; to: string | undefined }) {
  const t = useT();
  if (!to) return <span>{line.label}</span>;
  return (
    <Link className="in-text" to={to}>
      {line.case === null ? line.name : t("reports.line.case", { case: String(line.case), name: line.name })}
    </Link>
  );
}
