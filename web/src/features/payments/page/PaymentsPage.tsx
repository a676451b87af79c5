import { lazy, Suspense, useState } from "react";
import { useCreditor } from "~/api/creditor";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import type { Suspense as Waiting } from "~/api/types";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { IconUpload } from "~/ui/icons";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { useSuspense } from "../api/payments";
import { SuspenseList } from "./SuspenseList";

const FileDialog = lazy(async () => ({ default: (await import("./FileDialog")).FileDialog }));
const HandDialog = lazy(async () => ({ default: (await import("./HandDialog")).HandDialog }));
const PlaceDialog = lazy(async () => ({ default: (await import("./PlaceDialog")).PlaceDialog }));

export type Line = Waiting["rows"][number];

/** Payments that wait for a person to say where they belong; bank files; and payments told by hand. */
export function PaymentsPage() {
  const t = useT();
  const org = useOrg();
  const may = useMay("register_payments");
  const { data, error, refetch } = useSuspense(org);
  const firstDay = useCreditor().data?.value.bank_read === null;
  const [open, setOpen] = useState<"file" | "hand">();
  const [placing, setPlacing] = useState<Line>();
  return (
    <Page
      title={t("nav.payments")}
      acts={
        may && (
          <>
            <Button onPress={() => setOpen("hand")}>{t("payments.hand")}</Button>
            <Button kind="primary" icon={IconUpload} onPress={() => setOpen("file")}>
              {t("payments.file")}
            </Button>
          </>
        )
      }
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
          acts={may && <Button onPress={() => setOpen("file")}>{t("payments.file")}</Button>}
        >
          {t(firstDay ? "payments.first.text" : "payments.none.text")}
        </Empty>
      ) : (
        <SuspenseList rows={data.rows} onPlace={setPlacing} />
      )}
      <Suspense fallback={null}>
        {open === "file" && <FileDialog onClose={() => setOpen(undefined)} />}
        {open === "hand" && <HandDialog onClose={() => setOpen(undefined)} />}
        {placing && <PlaceDialog line={placing} onClose={() => setPlacing(undefined)} />}
      </Suspense>
    </Page>
  );
}
