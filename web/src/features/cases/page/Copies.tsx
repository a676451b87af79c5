import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useOrg } from "~/api/me";
import { asProblem, type Problem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Day } from "~/ui/Day";
import { FilePlace } from "~/ui/FilePlace";
import { IconButton } from "~/ui/IconButton";
import { IconX } from "~/ui/icons";
import { ProblemNotice } from "~/ui/Notice";
import { useDone } from "~/ui/Toasts";
import { addCopy, copiesKey, dropCopy, type InvoiceCopy, useCopies } from "../api/papers";
import css from "./Documents.module.css";

/** The copies of one invoice: looked at, added before or after the case began, and forgotten. */
export function Copies({ invoice, may }: { invoice: string; may: boolean }) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const queries = useQueryClient();
  const rows = useCopies(org, invoice).data ?? [];
  const [problem, setProblem] = useState<Problem>();
  const run = async (work: Promise<unknown>, text: string) => {
    setProblem(undefined);
    try {
      await work;
      done({ text });
    } catch (error) {
      setProblem(asProblem(error));
    }
    await queries.invalidateQueries({ queryKey: copiesKey(org, invoice) });
  };
  const address = (copy: InvoiceCopy) =>
    `/api/creditors/${org}/invoices/${encodeURIComponent(invoice)}/copies/${copy.sha256}`;
  return (
    <div className={css.copy}>
      <h3>{t("copies.title", { invoice })}</h3>
      {rows.length === 0 && <p className={css.lead}>{t("copies.none")}</p>}
      <ul>
        {rows.map((copy) => (
          <li key={copy.sha256} className={css.file}>
            <a href={address(copy)} target="_blank" rel="noreferrer">
              {copy.name}
            </a>
            <Day of={copy.on} />
            {may && (
              <IconButton
                plain
                icon={IconX}
                label={t("copies.drop", { name: copy.name })}
                onPress={() => run(dropCopy(org, copy), t("copies.dropped"))}
              />
            )}
          </li>
        ))}
      </ul>
      {may && (
        <FilePlace
          label={t("copies.add")}
          help={t("copies.help")}
          accept="application/pdf"
          onFile={(file) => void run(addCopy(org, invoice, file), t("copies.added"))}
        />
      )}
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
