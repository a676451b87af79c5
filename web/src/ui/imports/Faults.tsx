import { useState } from "react";
import type { ImportResult } from "~/api/types";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Button } from "../Button";
import { IconDownload } from "../icons";
import { RefusalFile } from "../list/RefusalFile";
import { Notice } from "../Notice";
import css from "./Import.module.css";

interface Props {
  title: string;
  tone: "bad" | "wait" | "plain";
  rows: ImportResult["rejected"];
  /** Fetches the rejected rows as a file, to correct and import again. */
  onGiveBack?: (() => Promise<void>) | undefined;
}

const shown = 20;
/** So many are read where they stand. */
const few = 3;

/** What is wrong with a file: row and column, what it is, and what to do. */
export function Faults({ title, tone, rows, onGiveBack }: Props) {
  const t = useT();
  const told = useTold();
  const [fetching, setFetching] = useState(false);
  if (rows.length === 0) return null;
  return (
    <Notice tone={tone}>
      <b>{title}</b>
      <ul className={css.faults}>
        {rows.slice(0, shown).map((row, n) => {
          const { what, remedy, lang } = told(row);
          return (
            <li key={n}>
              {row.file && <span>{row.file} </span>}
              {row.row > 0 && <b>{t("import.row", { row: row.row })} </b>}
              {row.column && <span>{row.column}: </span>}
              <span lang={lang}>
                {what} {remedy}
              </span>
            </li>
          );
        })}
      </ul>
      {rows.length > shown && <p>{t("import.more", { n: rows.length - shown })}</p>}
      <div className={css.files}>
        {rows.length > few && (
          <RefusalFile
            title={title}
            heads={[t("refusal.row"), t("refusal.column")]}
            rows={rows.map((row) => ({ of: [row.row > 0 ? row.row : "", row.column ?? ""], reason: row }))}
          />
        )}
        {onGiveBack && (
          <Button
            icon={IconDownload}
            busy={fetching}
            onPress={() => {
              setFetching(true);
              void onGiveBack().finally(() => setFetching(false));
            }}
          >
            {t("import.rejected.file")}
          </Button>
        )}
      </div>
    </Notice>
  );
}
