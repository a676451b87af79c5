import type { Case } from "~/api/types";
import { useT } from "~/text/texts";
import { Day } from "~/ui/Day";
import { HeldTable } from "~/ui/list/HeldTable";
import type { Column } from "~/ui/table/types";

type Event = Case["events"][number];

/** Everything that was stored of the case, as it was stored: the ground that all sums stand on. */
export function Log({ one }: { one: Case }) {
  const t = useT();
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
      width: 100,
      kind: "day",
      value: (event) => event.stored.slice(0, 10),
      cell: (event) => <Day of={event.stored} />,
    },
    { id: "type", head: t("log.event"), value: (event) => event.type, cell: (event) => <code>{event.type}</code> },
    {
      id: "cause",
      head: t("log.cause"),
      value: (event) => event.cause ?? "",
      cell: (event) => <code>{event.cause}</code>,
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
      pills={[{ word: "hendelse", name: t("log.event"), of: (event) => event.type }]}
      keyOf={(event) => String(event.seq)}
      edges={false}
    />
  );
}
