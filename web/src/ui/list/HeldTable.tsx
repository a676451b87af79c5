import type { ReactNode } from "react";
import { PlainTable } from "../table/PlainTable";
import { HeldTools } from "./HeldTools";
import { NoneHeld } from "./NoneHeld";
import { type HeldWishes, useHeld } from "./useHeld";

interface Props<R> extends HeldWishes<R> {
  caption: string;
  /** How the search is named. */
  search: string;
  keyOf: (row: R) => string;
  phone?: (row: R) => ReactNode;
  /** false: the table stands in a text, without the sheet's margins. */
  edges?: boolean;
  /** Of the file, where its name is not the table's. */
  title?: string;
  /** Fetches every row, when the screen holds only the first. */
  whole?: () => Promise<R[]>;
  /** Whether cells hold the server's reasons. */
  reasons?: boolean;
  /** Filters that the server answers, beside those of the table. */
  children?: ReactNode;
}

/** A table whose rows are all here: searched, filtered, sorted and taken along as a file. */
export function HeldTable<R>({
  caption,
  search,
  keyOf,
  phone,
  edges = true,
  title,
  whole,
  reasons,
  children,
  ...wishes
}: Props<R>) {
  const held = useHeld(wishes);
  return (
    <>
      <HeldTools
        title={title ?? caption}
        held={held}
        search={search}
        edges={edges}
        reasons={reasons}
        {...(whole ? { whole } : {})}
      >
        {children}
      </HeldTools>
      {held.rows.length === 0 ? (
        <NoneHeld held={held} />
      ) : (
        <PlainTable
          caption={caption}
          columns={held.columns}
          rows={held.rows}
          keyOf={keyOf}
          edges={edges}
          sorting={held.sorting}
          {...(phone ? { phone } : {})}
        />
      )}
    </>
  );
}
