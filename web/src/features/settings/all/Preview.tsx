import { useT } from "~/text/texts";
import { Checks } from "~/ui/Checks";
import { Notice } from "~/ui/Notice";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import type { SettingsTaken } from "../api/allSettings";
import css from "./AllSettings.module.css";
import { Named } from "./Named";
import type { Meaning } from "./useMeaning";
import { Value } from "./Value";

type Change = SettingsTaken["changes"][number];

interface Props {
  of: SettingsTaken;
  /** Whether name, address and account are taken too. */
  company: boolean;
  onCompany: (company: boolean) => void;
  meaningOf: (name: string) => Meaning;
}

/** What a file would change, before anything is applied, and what it says that is not taken. */
export function Preview({ of, company, onCompany, meaningOf }: Props) {
  const t = useT();
  const left = (code: string) => of.left.filter((one) => one.code === code).length;
  const own = left("settings.company");
  const machine = left("settings.machine");
  const named = (row: Change) => <Named name={row.name} meaning={meaningOf(row.name)} />;
  const before = (row: Change) => (
    <span className={css.value}>
      <Value of={row.before} name={row.name} />
    </span>
  );
  const after = (row: Change) => (
    <span className={css.value} data-own>
      <Value of={row.after} name={row.name} />
    </span>
  );
  const columns: Column<Change>[] = [
    { id: "setting", head: t("all.setting"), cell: named },
    { id: "before", head: t("settings-file.before"), cell: before },
    { id: "after", head: t("settings-file.after"), cell: after },
  ];
  return (
    <>
      <h3>{t("settings-file.changes", { n: of.changes.length })}</h3>
      {of.changes.length === 0 ? (
        of.left.length === 0 && <p>{t("settings-file.same")}</p>
      ) : (
        <PlainTable
          caption={t("settings-file.changes", { n: of.changes.length })}
          columns={columns}
          rows={of.changes}
          keyOf={(row) => row.name}
          edges={false}
          phone={(row) => (
            <div className={css.card} data-bare>
              {named(row)}
              <dl>
                <div>
                  <dt>{t("settings-file.before")}</dt>
                  <dd>{before(row)}</dd>
                </div>
                <div>
                  <dt>{t("settings-file.after")}</dt>
                  <dd>{after(row)}</dd>
                </div>
              </dl>
            </div>
          )}
        />
      )}
      {(own > 0 || company) && (
        <div className={css.choice}>
          {own > 0 && <p>{t("settings-file.company.text", { n: own })}</p>}
          <Checks
            label={t("settings-file.company")}
            options={[{ value: "company", label: t("settings-file.company") }]}
            picked={company ? ["company"] : []}
            onPick={(picked) => onCompany(picked.length > 0)}
          />
        </div>
      )}
      {machine > 0 && (
        <Notice tone="plain">{t("settings-file.machine", { n: machine, command: "frist settings import" })}</Notice>
      )}
      {of.cases_changed > 0 && <Notice tone="wait">{t("settings-file.cases.would", { n: of.cases_changed })}</Notice>}
      {of.changes.length > 0 && <p className={css.note}>{t("settings-file.stays")}</p>}
    </>
  );
}
