import { useCallback } from "react";
import { Link } from "react-router";
import { useCasesMoved } from "~/api/acts";
import { intent } from "~/api/key";
import { useOrg } from "~/api/me";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { RefusalFile } from "~/ui/list/RefusalFile";
import { Notice } from "~/ui/Notice";
import { useDone } from "~/ui/Toasts";
import { actOnMany, type BulkAct, type BulkResult, mostAtOnce } from "../api/bulk";
import css from "./Acts.module.css";

const shown = 200;

/** Tells how many were done, with the way back where there is one, and asks for the lists anew. */
export function useManyDone(verb: string): (result: BulkResult) => Promise<void> {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const moved = useCasesMoved();
  return useCallback(
    async (result) => {
      await moved();
      const back = result.undo;
      const undo = () => actOnMany(org, { ...(back as BulkAct), cases: result.done }, intent()).finally(moved);
      if (result.done.length)
        done({
          text: t("bulk.done", { n: result.done.length, act: verb }),
          ...(back ? { undo } : {}),
        });
    },
    [t, org, done, verb, moved],
  );
}

/** More than are taken at once: said before anything is asked or done. */
export function TooMany({ count }: { count: number }) {
  const t = useT();
  return (
    <Notice tone="bad">
      <p>{t("bulk.too-many", { n: count, most: mostAtOnce })}</p>
      <p>{t("bulk.too-many.remedy")}</p>
    </Notice>
  );
}

/** The cases that refused, each with its reason and a link. */
export function ManyRefused({ result }: { result: BulkResult }) {
  const t = useT();
  const org = useOrg();
  const told = useTold();
  return (
    <>
      <p className={css.lead} role="status">
        {t("bulk.refused", { n: result.refused.length, done: result.done.length })}
      </p>
      <RefusalFile
        title={t("refusal.cases")}
        heads={[t("cases.case")]}
        rows={result.refused.map((row) => ({ of: [row.case], reason: row }))}
      />
      <ul className={css.refused}>
        {result.refused.slice(0, shown).map((row) => {
          const { what, remedy, lang } = told(row);
          return (
            <li key={row.case}>
              <Link className="in-text" to={`/${org}/saker/${row.case}`}>
                {t("palette.case", { case: String(row.case) })}
              </Link>{" "}
              <span lang={lang}>
                {what} {remedy}
              </span>
            </li>
          );
        })}
      </ul>
      {result.refused.length > shown && <p>{t("import.more", { n: result.refused.length - shown })}</p>}
    </>
  );
}
