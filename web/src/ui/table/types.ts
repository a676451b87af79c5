import type { ReactNode } from "react";

/** What the cells of a column hold, so that a file and the printer write them as what they are. */
export type CellKind = "text" | "whole" | "money" | "day";

export interface Column<Row> {
  id: string;
  head: string;
  /** Numbers and money stand at the right. */
  right?: boolean;
  /** In pixels; without it the column takes what is left. */
  width?: number;
  /** The server's word for sorting by it. */
  sort?: string;
  cell: (row: Row) => ReactNode;
  /** The same for a file: sums and days as the server says them. A column without is not exported. */
  value?: (row: Row) => string | number;
  /** What it is sorted by, where `value` is in words. */
  order?: (row: Row) => string;
  /** What `value` answers; text when left out. Nothing is the empty text. */
  kind?: CellKind;
  /** Its sum stands below, in a file. */
  summed?: boolean;
  /** Only in a file: the screen has no room for it. */
  filed?: boolean;
}

export interface Sorting {
  by: string;
  direction: "up" | "down";
  onSort: (by: string, direction: "up" | "down") => void;
}

export interface Picking {
  /** Whether this row is picked. */
  has: (key: string) => boolean;
  /** Every row that matches is picked. */
  all: boolean;
  count: number;
  /** Picks or lets go one row, or with `to` everything from the last touched row to this one. */
  toggle: (index: number, to: boolean) => void;
  toggleAll: () => void;
  allLabel: string;
  rowLabel: (key: string, index: number) => string;
}
