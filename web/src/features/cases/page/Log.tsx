import type { Case } from "~/api/types";
import { useT } from "~/text/texts";
import { Day } from "~/ui/Day";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";

type Event = Case["events"][number];

/** Everything that was stored of the case, as it was stored: the ground that all sums stand on. */
export function Log({ one }: { one: Case }) {
  const t = useT();
  const columns: Column<Event>[] = [
    { id: "seq", head: t("log.number"), width: 40, cell: (event) => event.seq },
    { id: "on", head: t("log.stored"), width: 100, cell: (event) => <Day of={event.stored} /> },
    { id: "type", head: t("log.event"), cell: (event) => <code>{event.type}</code> },
    { id: "cause", head: t("log.cause"), cell: (event) => <code>{event.cause}</code> },
  ];
  return (
    <PlainTable
      caption={t("case.log")}
      columns={columns}
      rows={[...one.events].reverse()}
      keyOf={(event) => String(event.seq)}
      edges={false}
    />
  );
}
