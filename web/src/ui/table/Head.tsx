import { PickBox } from "../Checks";
import { IconArrowDown, IconArrowUp } from "../icons";
import css from "./Table.module.css";
import type { Column, Picking, Sorting } from "./types";

interface Props<R> {
  columns: Column<R>[];
  sorting?: Sorting | undefined;
  picking?: Picking | undefined;
}

/** The head of a table: what may be sorted is a button, and only the sorted column says so. */
export function Head<R>({ columns, sorting, picking }: Props<R>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {picking && (
          <th scope="col" className={css.pick}>
            <PickBox
              label={picking.allLabel}
              checked={picking.all}
              some={!picking.all && picking.count > 0}
              onPick={picking.toggleAll}
            />
          </th>
        )}
        {columns.map((column) => {
          const sorted = sorting && column.sort !== undefined && sorting.by === column.sort;
          const Arrow = sorting?.direction === "down" ? IconArrowDown : IconArrowUp;
          const turned = sorted && sorting.direction === "up" ? "down" : "up";
          return (
            <th
              key={column.id}
              scope="col"
              style={{ width: column.width }}
              data-right={column.right || undefined}
              aria-sort={sorted ? (sorting.direction === "up" ? "ascending" : "descending") : undefined}
            >
              {sorting && column.sort !== undefined ? (
                <button
                  type="button"
                  className={css.sort}
                  data-sorted={sorted || undefined}
                  onClick={() => sorting.onSort(column.sort!, turned)}
                >
                  {sorted && column.right && <Arrow size={13} stroke={1.9} aria-hidden />}
                  {column.head}
                  {sorted && !column.right && <Arrow size={13} stroke={1.9} aria-hidden />}
                </button>
              ) : (
                column.head
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
