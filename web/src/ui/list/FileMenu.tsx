import { lazy, Suspense, useState } from "react";
import { useT } from "~/text/texts";
import { Button } from "../Button";
import { IconDownload } from "../icons";
import { Menu } from "../Menu";
import { useTrying } from "../useTrying";
import css from "./ListPage.module.css";
import type { PaperColumn } from "./Paper";
import type { SheetForm } from "./sheet";

const FailedDialog = lazy(() => import("../FailedDialog"));
const Paper = lazy(async () => ({ default: (await import("./Paper")).Paper }));

export type Lines = (string | number)[][];

interface Props {
  title: string;
  columns: PaperColumn[];
  save: (form: SheetForm) => Promise<void>;
  /** Beside other things: without an edge, and named by what it takes along. */
  plain?: boolean;
  /** What the button says when "export" would be taken for something else, as in a box of mistakes. */
  word?: string;
  /** Every row, for the printer. */
  lines: () => Promise<Lines>;
}

/** What one sees as a workbook, as CSV or on paper; what the server refuses is said where one pressed. */
export function FileMenu({ title, columns, save, lines, plain, word: own }: Props) {
  const t = useT();
  const word = own ?? t("cases.export");
  const making = useTrying();
  const [paper, setPaper] = useState<Lines>();
  return (
    <span className={plain ? css.plain : css.desk}>
      <Menu
        label={word}
        target={
          <Button
            icon={IconDownload}
            busy={making.busy}
            {...(plain ? { kind: "text", label: `${word}: ${title}` } : {})}
          >
            {word}
          </Button>
        }
        items={[
          { text: t("export.book"), onPress: () => void making.run(() => save("xlsx")) },
          { text: t("export.open"), onPress: () => void making.run(() => save("ods")) },
          { text: t("export.sheet"), onPress: () => void making.run(() => save("csv")) },
          { text: t("export.paper"), onPress: () => void making.run(async () => setPaper(await lines())) },
        ]}
      />
      <Suspense fallback={null}>
        {making.problem && <FailedDialog title={t("export.failed")} problem={making.problem} onClose={making.forget} />}
        {paper && <Paper title={title} columns={columns} lines={paper} onDone={() => setPaper(undefined)} />}
      </Suspense>
    </span>
  );
}
