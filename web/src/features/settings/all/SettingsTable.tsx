import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import type { SettingRow } from "../api/allSettings";
import settings from "../page/Settings.module.css";
import css from "./AllSettings.module.css";
import { Named } from "./Named";
import type { Meaning } from "./useMeaning";
import { Value } from "./Value";

interface Props {
  caption: string;
  rows: SettingRow[];
  meaningOf: (row: SettingRow) => Meaning;
  isOwn: (row: SettingRow) => boolean;
}

/** Some settings: what each means, is, is with a new creditor, and when it was changed. */
export function SettingsTable({ caption, rows, meaningOf, isOwn }: Props) {
  const t = useT();
  const f = useF();
  const named = (row: SettingRow) => <Named name={row.name} meaning={meaningOf(row)} />;
  const value = (row: SettingRow) => (
    <span className={css.value} data-own={isOwn(row) || undefined}>
      <Value of={row.value} name={row.name} />
    </span>
  );
  const usual = (row: SettingRow) => (
    <span className={css.usual}>
      <Value of={row.default} name={row.name} />
    </span>
  );
  const columns: Column<SettingRow>[] = [
    { id: "setting", head: t("all.setting"), cell: named },
    { id: "value", head: t("all.value"), width: 210, cell: value },
    { id: "default", head: t("all.default"), width: 150, cell: usual },
    {
      id: "changed",
      head: t("all.changed"),
      width: 130,
      cell: (row) =>
        row.set_on ? (
          <span className={settings.stacked}>
            {f.day(row.set_on)}
            {row.set_by && <small>{row.set_by}</small>}
          </span>
        ) : (
          <span className={css.usual}>{t("all.unchanged")}</span>
        ),
    },
  ];
  return (
    <PlainTable
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.name}
      phone={(row) => (
        <div className={css.card}>
          {named(row)}
          <dl>
            <div>
              <dt>{t("all.value")}</dt>
              <dd>{value(row)}</dd>
            </div>
            <div>
              <dt>{t("all.default")}</dt>
              <dd>{usual(row)}</dd>
            </div>
            <div>
              <dt>{t("all.changed")}</dt>
              <dd>{row.set_on ? `${f.day(row.set_on)} ${row.set_by ?? ""}` : t("all.unchanged")}</dd>
            </div>
          </dl>
        </div>
      )}
    />
  );
}
