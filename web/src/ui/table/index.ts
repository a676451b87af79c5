export { useDensity } from "./density";
export { PlainTable } from "./PlainTable";
export type { Column, Picking, Sorting } from "./types";
export { usePicks } from "./usePicks";
export { useRowKeys } from "./useRowKeys";
export { PAGE, type Page, useWindow } from "./useWindow";
export { WindowTable } from "./WindowTable";
