import { lazy, Suspense, useMemo, useState } from "react";
import { useMay, useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty } from "~/ui/Empty";
import { ListFoot } from "~/ui/ListFoot";
import { ListPage, useListing } from "~/ui/list";
import { ColumnsButton } from "~/ui/list/ColumnsButton";
import { TableFile } from "~/ui/list/TableFile";
import { optionsOf, useColumnChoice } from "~/ui/list/useColumnChoice";
import { fetchPayments, most, type PaymentPage, type PaymentRow, paymentsKey } from "../api/payments";
import type { Frame } from "../page/PaymentsPage";
import { columnSet, useColumns } from "./columns";
import { Filters } from "./Filters";
import { PaymentCard } from "./PaymentCard";
import { useAsk } from "./useAsk";

const PaymentSheet = lazy(async () => ({ default: (await import("./PaymentSheet")).PaymentSheet }));
const MoveDialog = lazy(async () => ({ default: (await import("./MoveDialog")).MoveDialog }));
const RefundDialog = lazy(async () => ({ default: (await import("../refunds/RefundDialog")).RefundDialog }));

export type PaymentAct = "see" | "move" | "back";

/** Every payment of some days, wherever it came from, with what it covers; each opens beside the list. */
export function PaymentList({ frame }: { frame: Frame }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const may = useMay("register_payments");
  const { words, ...asked } = useAsk();
  const { ask, change, clear, filters } = asked;
  const [open, setOpen] = useState<{ row: PaymentRow; act: PaymentAct }>();
  const see = (row: PaymentRow) => setOpen({ row, act: "see" });
  const close = () => setOpen(undefined);
  const listing = useListing<PaymentRow, PaymentPage>({
    queryKey: paymentsKey(org, ask),
    fetchPage: (offset, limit) => fetchPayments(org, ask, offset, limit),
    keyOf: (row) => `${row.case}/${row.payment}`,
    open: see,
  });
  const { head, count } = listing;
  const every = useColumns(see);
  const { hidden, hide } = useColumnChoice(columnSet, { words, change });
  const columns = useMemo(() => every.filter(({ id, filed }) => !filed && !hidden.includes(id)), [every, hidden]);
  const whole = async () => {
    const rows: PaymentRow[] = [];
    for (let offset = 0; offset < count; offset += most)
      rows.push(...(await fetchPayments(org, ask, offset, most)).rows);
    return rows;
  };
  const period = head && `${f.day(head.from)}–${f.day(head.to)}`;
  const narrowed = [
    { name: t("payments.period"), value: period },
    { name: t("payments.list.search"), value: ask.search },
    { name: t("payments.source"), value: ask.source && t(`payments.source.${ask.source}`) },
    {
      name: t("payments.stands"),
      value: ask.gone === undefined ? undefined : t(ask.gone ? "payments.stands.ja" : "payments.stands.nei"),
    },
  ].flatMap(({ name, value }) => (value ? [{ name, value }] : []));
  return (
    <ListPage
      title={frame.title}
      listing={listing}
      columns={columns}
      acts={
        <>
          {count > 0 && (
            <TableFile
              title={frame.title}
              columns={every.filter(({ id }) => !hidden.includes(id))}
              rows={whole}
              narrowed={narrowed}
            />
          )}
          {frame.acts}
        </>
      }
      below={period && <span>{t("payments.shown", { period })}</span>}
      tabs={frame.tabs(head?.count)}
      filters={
        <>
          <Filters {...asked} field={listing.field} />
          <ColumnsButton
            options={optionsOf(
              every.filter(({ filed }) => !filed),
              columnSet,
            )}
            hidden={hidden}
            onHide={hide}
          />
        </>
      }
      nothing={() =>
        filters > 0 || ask.search ? (
          <Empty
            title={t(filters > 0 ? "payments.empty.filter" : "payments.empty.search")}
            acts={
              <>
                {filters > 0 && <Button onPress={clear}>{t("filter.clear-all")}</Button>}
                {ask.search && <Button onPress={() => change({ sok: undefined })}>{t("search.clear")}</Button>}
              </>
            }
          />
        ) : (
          <Empty title={t("payments.empty")} acts={may && <Button onPress={frame.onFile}>{t("payments.file")}</Button>}>
            {t("payments.empty.text", { period: period ?? "" })}
          </Empty>
        )
      }
      foot={<ListFoot count={head && t("payments.count", { n: count })} label={t("payments.sum")} sum={head?.sum} />}
      phone={(row) => <PaymentCard row={row} onOpen={() => see(row)} />}
      phoneHeight={76}
    >
      <Suspense fallback={null}>
        {open?.act === "see" && (
          <PaymentSheet row={open.row} onAct={(act) => setOpen({ ...open, act })} onClose={close} />
        )}
        {open?.act === "move" && <MoveDialog row={open.row} onClose={close} />}
        {open?.act === "back" && (
          <RefundDialog
            of={{ case: open.row.case, payment: open.row.payment }}
            amount={open.row.overpaid}
            account={/^\d{11}$/.test(open.row.payer) ? open.row.payer : ""}
            name={open.row.name}
            onClose={close}
          />
        )}
      </Suspense>
    </ListPage>
  );
}
