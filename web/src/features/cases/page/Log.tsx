import { Link } from "react-router";
import { useOrg } from "~/api/me";
import type { Because, Case } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { Day } from "~/ui/Day";
import { HeldTable } from "~/ui/list/HeldTable";
import { Reasons } from "~/ui/Reasons";
import type { Column } from "~/ui/table/types";
import { Why } from "~/ui/Why";
import { causeOf } from "../story/cause";
import { eventName, storyOf } from "../story/story";
import type { Event, Tools } from "../story/told";
import css from "./Log.module.css";

/** Everything that was stored of the case, in sentences, each with what it came of: the ground that all sums stand on. */
export function Log({ one }: { one: Case }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const tools: Tools = { t, f, one, course: useCourse() };
  const story = (event: Event) => {
    const { what, more, lead } = storyOf(event, tools);
    if (!lead) return what + more;
    const paper = "letter" in lead && `/api/creditors/${org}/cases/${one.case}/letters/${lead.letter}`;
    return (
      <>
        {paper ? (
          <a className="in-text" href={paper} target="_blank" rel="noreferrer">
            {what}
          </a>
        ) : (
          "to" in lead && (
            <Link className="in-text" to={`/${org}/${lead.to}`}>
              {what}
            </Link>
          )
        )}
        {more}
      </>
    );
  };
  const why = (event: Event) => {
    const because = (event.body.because ?? []) as Because;
    return (
      because.length > 0 && (
        <Why title={t("entry.why", { what: eventName(event.type, tools) })}>
          <Reasons of={because} />
        </Why>
      )
    );
  };
  const cause = (event: Event) => causeOf(event.cause, tools);
  const columns: Column<Event>[] = [
    {
      id: "seq",
      head: t("log.number"),
      width: 40,
      kind: "whole",
      value: (event) => event.seq,
      cell: (event) => event.seq,
    },
    {
      id: "on",
      head: t("log.stored"),
      width: 92,
      kind: "day",
      value: (event) => event.stored.slice(0, 10),
      cell: (event) => <Day of={event.stored} />,
    },
    {
      id: "type",
      head: t("log.event"),
      value: (event) => storyOf(event, tools).text,
      cell: (event) => (
        <span className={css.story}>
          {story(event)} {why(event)}
        </span>
      ),
    },
    {
      id: "cause",
      head: t("log.cause"),
      width: 170,
      value: cause,
      cell: (event) => <span className={css.story}>{cause(event)}</span>,
    },
  ];
  return (
    <HeldTable
      id="case-log"
      caption={t("case.log")}
      title={`${t("case.log")} ${one.case}`}
      search={t("log.search")}
      columns={columns}
      rows={[...one.events].reverse()}
      pills={[
        {
          word: "hendelse",
          name: t("log.event"),
          of: (event) => event.type,
          say: (type) => eventName(type, tools),
        },
      ]}
      keyOf={(event) => String(event.seq)}
      edges={false}
      phone={(event) => (
        <div className={css.card}>
          <small>
            <Day of={event.stored} /> · {cause(event)}
          </small>
          <span>
            {story(event)} {why(event)}
          </span>
        </div>
      )}
    />
  );
}
