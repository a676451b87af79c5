import { PickBox } from "../Checks";
import css from "./Table.module.css";
import type { Column, Picking } from "./types";

interface Props<R> {
  index: number;
  row: R | undefined;
  rowKey: string | undefined;
  columns: Column<R>[];
  picking?: Picking | undefined;
  here: boolean;
  height: number;
}

/** A row in sight; one that is not here yet is a bar of the right height. */
export function Row<R>({ index, row, rowKey, columns, picking, here, height }: Props<R>) {
  const picked = rowKey !== undefined && (picking?.has(rowKey) ?? false);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-busy={row === undefined || undefined}
      className={css.row}
      data-picked={picked || undefined}
      data-here={here || undefined}
      style={{ height }}
    >
      {picking && (
        <td className={css.pick}>
          {rowKey !== undefined && (
            <PickBox
              label={picking.rowLabel(rowKey, index)}
              checked={picked}
              onPick={({ shiftKey }) => picking.toggle(index, shiftKey)}
            />
          )}
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} data-right={column.right || undefined}>
          {row === undefined ? <span className={css.bar} /> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
