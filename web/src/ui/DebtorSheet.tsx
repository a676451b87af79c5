import { lazy, Suspense } from "react";

const Body = lazy(async () => ({ default: (await import("./DebtorSheetBody")).DebtorSheetBody }));

interface Props {
  debtor: number;
  open: boolean;
  onClose: () => void;
}

/** Who the debtor is, without leaving the list or the case; it comes when it is opened. */
export function DebtorSheet({ debtor, open, onClose }: Props) {
  return <Suspense fallback={null}>{open && <Body debtor={debtor} onClose={onClose} />}</Suspense>;
}
