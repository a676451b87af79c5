import { type ReactNode, useRef } from "react";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Checks } from "../Checks";
import { Pill } from "../Pill";
import { SearchField } from "../SearchField";
import { useShortcuts } from "../useShortcut";
import { ClearFilters } from "./ClearFilters";
import { ColumnsButton } from "./ColumnsButton";
import css from "./Held.module.css";
import { TableFile } from "./TableFile";
import type { Held } from "./useHeld";

interface Props<R> {
  title: string;
  held: Held<R>;
  /** How the search is named. */
  search: string;
  /** Instead of what is shown, when the screen holds only the first rows. */
  whole?: () => Promise<R[]>;
  /** Whether the table itself shows its columns; false: only the file has them. */
  choosing?: boolean;
  /** false: not every row is here, so how many there are of each is not known. */
  counts?: boolean;
  /** Whether cells hold the server's reasons. */
  reasons?: boolean | undefined;
  /** Of the rows that are shown those that may be taken along, when not all may. */
  taken?: R[];
  edges?: boolean;
  children?: ReactNode;
}

/** Over a table: search, filters with what there is, which columns, and the table as a file. */
export function HeldTools<R>(props: Props<R>) {
  const { title, held, search, whole, choosing = true, reasons = false, taken, edges = true } = props;
  const { counts = true, children } = props;
  const t = useT();
  const f = useF();
  const field = useRef<HTMLInputElement>(null);
  useShortcuts({ "/": () => (held.main ? field.current?.focus() : false) });
  const narrowed = held.rows.length !== held.all;
  return (
    <search className={css.tools} data-bare={!edges || undefined}>
      <SearchField ref={field} label={search} value={held.search} onSearch={held.onSearch} />
      {held.picked.map(({ pill, values }) => (
        <Pill
          key={pill.word}
          name={pill.name}
          value={values.length ? values.map((one) => pill.say?.(one) ?? one).join(", ") : undefined}
          onClear={() => held.onPick(pill, [])}
        >
          {() => (
            <div className={css.options}>
              <Checks
                label={pill.name}
                options={held.options(pill).map(({ value, label, count }) => ({
                  value,
                  label: counts ? `${label} (${f.count(count)})` : label,
                }))}
                picked={values}
                onPick={(now) => held.onPick(pill, now)}
              />
            </div>
          )}
        </Pill>
      ))}
      {children}
      <ClearFilters filters={held.filters} onClear={held.clear} />
      <span className={css.end}>
        <span role="status" className={css.count}>
          {narrowed && t("held.of", { n: held.rows.length, all: held.all })}
        </span>
        {choosing && held.choices.length > 0 && (
          <span className={css.desk}>
            <ColumnsButton
              options={held.choices.map(({ id, head }) => ({ value: id, label: head }))}
              hidden={held.hidden}
              onHide={held.hide}
            />
          </span>
        )}
        <TableFile
          title={title}
          columns={held.filed}
          rows={whole && !narrowed ? whole : (taken ?? held.rows)}
          narrowed={held.search ? [{ name: search, value: held.search }, ...held.narrowed] : held.narrowed}
          reasons={reasons}
        />
      </span>
    </search>
  );
}
