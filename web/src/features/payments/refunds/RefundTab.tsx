import { lazy, Suspense, useState } from "react";
import { useIntent } from "~/api/key";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { IconDownload } from "~/ui/icons";
import { ProblemNotice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { saveFile } from "~/ui/saveFile";
import { useDone } from "~/ui/Toasts";
import { useTrying } from "~/ui/useTrying";
import { useMoneyMoved } from "../api/payments";
import {
  cancelRefund,
  fetchRefundFile,
  fileRefunds,
  type Owed,
  orderRefund,
  type Refund,
  useRefunds,
} from "../api/refunds";
import css from "../page/Payments.module.css";
import type { Frame } from "../page/PaymentsPage";
import { OwedList } from "./OwedList";
import { type RefundAct, RefundRows } from "./RefundRows";

const RefundDialog = lazy(async () => ({ default: (await import("./RefundDialog")).RefundDialog }));
const PaidDialog = lazy(async () => ({ default: (await import("./PaidDialog")).PaidDialog }));
const CancelDialog = lazy(async () => ({ default: (await import("./PaidDialog")).CancelDialog }));

type Open = { owed: Owed } | { paid: Refund } | { cancel: Refund };

/** What was paid too much goes back: ordered here, carried by a file for the bank, and told as paid. */
export function RefundTab({ frame }: { frame: Frame }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const may = useMay("register_payments");
  const done = useDone();
  const moved = useMoneyMoved();
  const intent = useIntent();
  const { data, error, refetch } = useRefunds(org);
  const { run, busy, problem } = useTrying();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const ordered = data?.rows.filter((row) => row.state === "ordered") ?? [];
  const file = async () => {
    const made = await fileRefunds(org, intent(ordered.map((row) => row.refund)));
    if (made) saveFile(made.name, made.bytes);
    done({ text: made ? t("refund.filed", { file: made.name }) : t("refund.filed.none") });
    await moved();
  };
  const cancel = async (refund: Refund) => {
    await cancelRefund(org, refund.refund);
    const { amount, account, name } = refund;
    const of =
      refund.line !== null ? { line: refund.line } : { case: refund.case ?? 0, payment: refund.payment ?? undefined };
    done({
      text: t("refund.cancelled", { amount: f.money(amount), name }),
      undo: async () => {
        await orderRefund(org, { ...of, amount, account, name } as Parameters<typeof orderRefund>[1]);
        await moved();
      },
    });
    await moved();
  };
  const act = (refund: Refund, what: RefundAct) => {
    if (what === "paid") setOpen({ paid: refund });
    else if (what === "cancel" && refund.state === "filed") setOpen({ cancel: refund });
    else if (what === "cancel") void run(() => cancel(refund));
    else
      void run(async () => {
        const again = await fetchRefundFile(org, refund.file ?? "");
        saveFile(again.name, again.bytes);
      });
  };
  return (
    <Page
      title={frame.title}
      acts={
        may && ordered.length > 0 ? (
          <Button kind="primary" icon={IconDownload} busy={busy} onPress={() => void run(file)}>
            {t("refund.file", { n: ordered.length })}
          </Button>
        ) : undefined
      }
      tabs={frame.tabs(data?.owed.length)}
      below={
        data &&
        data.owed.length > 0 && <span>{t("refund.owed", { n: data.owed.length, amount: f.money(data.owed_sum) })}</span>
      }
    >
      {problem && (
        <div className={css.over}>
          <ProblemNotice problem={problem} />
        </div>
      )}
      {error && !data ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : !data ? (
        <WaitingRows rows={6} />
      ) : data.owed.length + data.rows.length === 0 ? (
        <Empty good title={t("refund.empty")}>
          {t("refund.empty.text")}
        </Empty>
      ) : (
        <>
          <h2 className={css.section}>{t("refund.owed.title")}</h2>
          {data.owed.length > 0 ? (
            <OwedList rows={data.owed} onOrder={may ? (owed) => setOpen({ owed }) : undefined} />
          ) : (
            <p className={css.line}>{t("refund.owed.none")}</p>
          )}
          <h2 className={css.section}>{t("refund.rows.title")}</h2>
          {data.rows.length > 0 ? (
            <RefundRows rows={data.rows} onAct={may ? act : undefined} />
          ) : (
            <p className={css.line}>{t("refund.rows.none")}</p>
          )}
        </>
      )}
      <Suspense fallback={null}>
        {open && "owed" in open && (
          <RefundDialog
            of={{ case: open.owed.case, payment: open.owed.payment }}
            amount={open.owed.amount}
            account={open.owed.account}
            name={open.owed.name}
            onClose={close}
          />
        )}
        {open && "paid" in open && <PaidDialog refund={open.paid} onClose={close} />}
        {open && "cancel" in open && <CancelDialog refund={open.cancel} onClose={close} />}
      </Suspense>
    </Page>
  );
}
