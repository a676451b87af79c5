import type { ReactNode } from "react";
import { asProblem } from "~/api/problem";
import { Failure } from "../Empty";
import { Page } from "../Page";
import { WaitingRows } from "../Skeleton";
import type { Column, Sorting } from "../table/types";
import type { Page as Rows } from "../table/useWindow";
import { WindowTable } from "../table/WindowTable";
import css from "./ListPage.module.css";
import type { Listing } from "./useListing";

interface Props<R, P extends Rows<R>> {
  title: string;
  listing: Listing<R, P>;
  columns: Column<R>[];
  acts?: ReactNode;
  below?: ReactNode;
  tabs?: ReactNode;
  /** Search and filters, on a line of their own over the list. */
  filters: ReactNode;
  /** Nothing is here; which of three kinds of nothing, the page knows. */
  nothing: (head: P) => ReactNode;
  sorting?: Sorting;
  /** How a box is named: of one row, and of all that match. */
  pickLabels?: { one: (key: string, row: R | undefined) => string; all: string };
  /** The foot, and what stands there instead when rows are picked. */
  foot?: ReactNode;
  picked?: ReactNode;
  phone: (row: R) => ReactNode;
  phoneHeight?: number;
  /** Dialogs and sheets of the page. */
  children?: ReactNode;
}

/** The page of a long list: head, tabs, filters, the table or what stands in its place, and the foot. */
export function ListPage<R, P extends Rows<R>>(props: Props<R, P>) {
  const { title, listing, columns, acts, below, tabs, filters, nothing, sorting, pickLabels, foot, picked } = props;
  const { head, error, count, picks } = listing;
  return (
    <Page
      title={title}
      scrolls={false}
      acts={acts}
      below={below}
      tabs={tabs}
      foot={picks.count > 0 && picked ? picked : foot}
    >
      <search className={css.filters}>{filters}</search>
      {error && !head ? (
        <Failure problem={asProblem(error)} again={listing.again} />
      ) : !head ? (
        <WaitingRows rows={14} />
      ) : count === 0 ? (
        nothing(head)
      ) : (
        <WindowTable
          caption={title}
          columns={columns}
          count={count}
          rowAt={listing.rowAt}
          keyOf={listing.keyOf}
          {...(listing.at === undefined ? {} : { at: listing.at })}
          onWindow={listing.onWindow}
          phone={props.phone}
          {...(props.phoneHeight ? { phoneHeight: props.phoneHeight } : {})}
          {...(sorting ? { sorting } : {})}
          {...(listing.may && pickLabels
            ? {
                picking: {
                  has: picks.has,
                  all: picks.all,
                  count: picks.count,
                  toggle: picks.toggle,
                  toggleAll: picks.pickAll,
                  allLabel: pickLabels.all,
                  rowLabel: (key, index) => pickLabels.one(key, listing.rowAt(index)),
                },
              }
            : {})}
        />
      )}
      {props.children}
    </Page>
  );
}
