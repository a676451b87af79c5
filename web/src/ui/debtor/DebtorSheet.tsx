import { type ComponentProps, lazy, Suspense } from "react";
import type { DebtorSheetBody } from "./DebtorSheetBody";

const Body = lazy(async () => ({ default: (await import("./DebtorSheetBody")).DebtorSheetBody }));

/** Who the debtor is, without leaving the list or the case; it comes when it is opened. */
export function DebtorSheet({ open, ...rest }: ComponentProps<typeof DebtorSheetBody> & { open: boolean }) {
  return <Suspense fallback={null}>{open && <Body {...rest} />}</Suspense>;
}
