import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { IconButton } from "~/ui/IconButton";
import { IconDots } from "~/ui/icons";
import { HeldTable } from "~/ui/list/HeldTable";
import { Menu } from "~/ui/Menu";
import { Tag } from "~/ui/Tag";
import type { Column } from "~/ui/table/types";
import type { Mandate } from "../api/mandates";
import css from "../page/Settings.module.css";

interface Props {
  rows: Mandate[];
  /** Without them the list is only read. */
  acts: { change: (mandate: Mandate) => void; end: (mandate: Mandate) => void } | undefined;
}

/** Each mandate: who works by it, as what, since when and for how long. */
export function GivenTable({ rows, acts }: Props) {
  const t = useT();
  const f = useF();
  const who = ({ people, taken_by }: Mandate) => people.join(", ") || taken_by || t("mandates.nobody");
  const role = (row: Mandate) => t(`role.${row.role}`);
  const since = (row: Mandate) => (row.taken ?? row.made).slice(0, 10);
  const stateWord = ({ taken }: Mandate) => t(taken ? "mandates.state.taken" : "mandates.state.waits");
  const state = (row: Mandate) => (
    <Tag quiet tone={row.taken ? "good" : "wait"}>
      {stateWord(row)}
    </Tag>
  );
  const given = ({ made_by }: Mandate) => made_by && <small>{t("mandates.given.by", { name: made_by })}</small>;
  const until = ({ expires }: Mandate) => (expires ? f.moment(expires) : t("mandates.until.end"));
  const menu = (row: Mandate) => {
    if (!acts) return null;
    const label = row.taken ? t("mandates.acts", { name: who(row) }) : t("mandates.acts.code", { until: until(row) });
    return (
      <Menu
        label={label}
        target={<IconButton plain icon={IconDots} label={label} />}
        items={[
          { text: t("mandates.change"), onPress: () => acts.change(row) },
          { text: t(row.taken ? "mandates.end" : "mandates.withdraw"), apart: true, onPress: () => acts.end(row) },
        ]}
      />
    );
  };
  const columns: Column<Mandate>[] = [
    {
      id: "who",
      head: t("mandates.who"),
      value: who,
      cell: (row) => (
        <span className={css.stacked}>
          <span className={css.name}>{who(row)}</span>
          {given(row)}
        </span>
      ),
    },
    { id: "role", head: t("mandates.role"), value: role, cell: role },
    { id: "since", head: t("mandates.since"), kind: "day", value: since, cell: (row) => f.day(since(row)) },
    { id: "until", head: t("mandates.until"), value: until, cell: until },
    { id: "state", head: t("mandates.state"), value: stateWord, cell: state },
    ...(acts ? [{ id: "acts", head: t("people.change"), right: true, width: 80, cell: menu }] : []),
  ];
  return (
    <HeldTable
      id="mandates"
      caption={t("settings.mandates")}
      search={t("mandates.search")}
      columns={columns}
      rows={rows}
      keyOf={(row) => String(row.mandate)}
      phone={(row) => (
        <div className={css.card}>
          <span className={css.name}>{who(row)}</span>
          {menu(row)}
          <div className={css.facts}>
            {state(row)}
            <small>{t(`role.${row.role}`)}</small>
            <small>
              {row.taken
                ? `${t("mandates.since")} ${f.day(row.taken.slice(0, 10))}`
                : `${t("mandates.until")} ${until(row)}`}
            </small>
          </div>
        </div>
      )}
    />
  );
}
