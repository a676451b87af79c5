import type { ListSource } from "~/api/integration";
import { type TextId, useT } from "~/text/texts";
import css from "./Import.module.css";

/** The accounting system's name, or the kind of file. */
export const sourceName = {
  "24sevenoffice": "source.24sevenoffice",
  ehf: "source.ehf",
  agency: "source.agency",
  file: "source.file",
} as const satisfies Record<ListSource, TextId>;

const lines = {
  "24sevenoffice": ["how.24.open", "how.24.choose", "how.24.export"],
  ehf: ["how.ehf.open", "how.ehf.choose", "how.ehf.export"],
  agency: ["how.agency.open", "how.agency.choose", "how.agency.export"],
  file: ["how.file.open", "how.file.choose", "how.file.export"],
} as const satisfies Record<ListSource, readonly TextId[]>;

/** How the file is got out of the system, in three lines. */
export function HowTo({ source }: { source: ListSource }) {
  const t = useT();
  return (
    <ol className={css.how}>
      {lines[source].map((line) => (
        <li key={line}>{t(line)}</li>
      ))}
    </ol>
  );
}
