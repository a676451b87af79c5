import { type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";
import { useMay } from "~/api/me";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconUpload } from "~/ui/icons";
import { useWords } from "~/ui/list";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { Tabs } from "~/ui/Tabs";
import { WaitingTab } from "../waiting/WaitingTab";

const FileDialog = lazy(async () => ({ default: (await import("./FileDialog")).FileDialog }));
const DayTab = lazy(async () => ({ default: (await import("../days/DayTab")).DayTab }));
const PaymentList = lazy(async () => ({ default: (await import("../list/PaymentList")).PaymentList }));
const RefundTab = lazy(async () => ({ default: (await import("../refunds/RefundTab")).RefundTab }));
const HandDialog = lazy(async () => ({ default: (await import("./HandDialog")).HandDialog }));

/** What every tab stands in: the page's name, its acts and the tabs. */
export interface Frame {
  title: string;
  acts: ReactNode;
  tabs: (count?: number) => ReactNode;
  /** Opens the dialog for a file of the bank. */
  onFile: () => void;
}

const tabs = { waiting: undefined, list: "liste", days: "dager", refunds: "tilbake" } as const;
type Tab = keyof typeof tabs;
const bodies: Record<Tab, ComponentType<{ frame: Frame }>> = {
  waiting: WaitingTab,
  list: PaymentList,
  days: DayTab,
  refunds: RefundTab,
};

/** Money that came in: what waits for a person, every payment, the days as the bank told them, and what goes back. */
export function PaymentsPage() {
  const t = useT();
  const may = useMay("register_payments");
  const { words } = useWords();
  const names = Object.keys(tabs) as Tab[];
  const here = names.find((name) => tabs[name] === words.get("fane")) ?? "waiting";
  const [open, setOpen] = useState<"file" | "hand">();
  const Body = bodies[here];
  const frame: Frame = {
    title: t("nav.payments"),
    onFile: () => setOpen("file"),
    acts: may && (
      <>
        <Button onPress={() => setOpen("hand")}>{t("payments.hand")}</Button>
        <Button kind="primary" icon={IconUpload} onPress={() => setOpen("file")}>
          {t("payments.file")}
        </Button>
      </>
    ),
    tabs: (count) => (
      <Tabs
        name={t("nav.payments")}
        tabs={names.map((name) => ({
          to: tabs[name] ? `?fane=${tabs[name]}` : "?",
          text: t(`payments.tab.${name}`),
          here: name === here,
          ...(name === here ? { count } : {}),
        }))}
      />
    ),
  };
  return (
    <>
      <Suspense
        fallback={
          <Page title={frame.title} acts={frame.acts} tabs={frame.tabs()}>
            <WaitingRows rows={6} />
          </Page>
        }
      >
        <Body frame={frame} />
      </Suspense>
      <Suspense fallback={null}>
        {open === "file" && <FileDialog onClose={() => setOpen(undefined)} />}
        {open === "hand" && <HandDialog onClose={() => setOpen(undefined)} />}
      </Suspense>
    </>
  );
}
