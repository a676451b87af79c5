import { lazy, Suspense, useState } from "react";
import { useCreditor } from "~/api/creditor";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import type { Suspense as Waiting } from "~/api/types";
import { isNegative } from "~/format/money";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { useSuspense } from "../api/payments";
import type { Frame } from "../page/PaymentsPage";
import { SuspenseList } from "./SuspenseList";

const PlaceDialog = lazy(async () => ({ default: (await import("./PlaceDialog")).PlaceDialog }));
const UndoDialog = lazy(async () => ({ default: (await import("./UndoDialog")).UndoDialog }));
const RefundDialog = lazy(async () => ({ default: (await import("../refunds/RefundDialog")).RefundDialog }));
const LineSheet = lazy(async () => ({ default: (await import("../list/LineSheet")).LineSheet }));

export type Line = Waiting["rows"][number];
export type WaitingAct = "place" | "back" | "line";

/** An account one may pay to, when the bank told one. */
const accountOf = (payer: string | undefined) =>
  /^\d{11}$/.test(payer?.replace(/[ .]/g, "") ?? "") ? payer : undefined;

/** Payments that wait for a person to say where they belong. */
export function WaitingTab({ frame }: { frame: Frame }) {
  const t = useT();
  const org = useOrg();
  const may = useMay("register_payments");
  const { data, error, refetch } = useSuspense(org);
  const firstDay = useCreditor().data?.value.bank_read === null;
  const [open, setOpen] = useState<{ line: Line; act: WaitingAct }>();
  const close = () => setOpen(undefined);
  const line = open?.line;
  const account = accountOf(line?.payer);
  return (
    <Page
      title={frame.title}
      acts={frame.acts}
      tabs={frame.tabs(data?.rows.length)}
      below={data && <span>{t("payments.waiting", { n: data.rows.length })}</span>}
    >
      {error && !data ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : !data ? (
        <WaitingRows rows={6} />
      ) : data.rows.length === 0 ? (
        <Empty
          good={!firstDay}
          title={t(firstDay ? "payments.first" : "payments.none")}
          acts={may && <Button onPress={frame.onFile}>{t("payments.file")}</Button>}
        >
          {t(firstDay ? "payments.first.text" : "payments.none.text")}
        </Empty>
      ) : (
        <SuspenseList rows={data.rows} onAct={(line, act) => setOpen({ line, act })} />
      )}
      <Suspense fallback={null}>
        {line && open.act === "place" && !isNegative(line.left) && <PlaceDialog line={line} onClose={close} />}
        {line && open.act === "place" && isNegative(line.left) && <UndoDialog line={line} onClose={close} />}
        {line && open.act === "back" && (
          <RefundDialog
            of={{ line: line.line }}
            amount={line.left}
            account={account ?? ""}
            name={account ? "" : (line.payer ?? "")}
            onClose={close}
          />
        )}
        {line && open.act === "line" && <LineSheet line={line.line} onClose={close} />}
      </Suspense>
    </Page>
  );
}
