import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { ImportMap } from "~/api/importLedger";
import { useOrg } from "~/api/me";
import type { ImportResult } from "~/api/types";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import css from "~/ui/imports/Import.module.css";
import { withField } from "~/ui/imports/mapping";
import { useDone } from "~/ui/Toasts";
import { dropTemplate, keepTemplate } from "../api/imports";

const KeepDialog = lazy(() => import("./KeepDialog"));

interface Props {
  result: ImportResult;
  said: ImportMap | undefined;
  onForgotten: () => void;
}

/** By which template the file was read, to be forgotten; or how it is read now, to be kept for the next time. */
export function Template({ result, said, onForgotten }: Props) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { layout, template } = result;
  if (!layout || result.holds !== "open_items") return null;
  const renew = () => queries.invalidateQueries({ queryKey: ["import-templates", org] });
  const forget = async (name: string) => {
    await dropTemplate(org, name);
    await renew();
    done({ text: t("import.template.dropped", { name }) });
    onForgotten();
  };
  const keep = async (typed: string) => {
    const name = typed.trim();
    const first = layout.columns[0];
    const map =
      said?.columns || !first ? (said ?? {}) : withField(layout, said, first.column, first.field ?? undefined);
    await keepTemplate(org, name, layout.header_hash, map);
    await renew();
    done({
      text: t("import.template.kept", { name }),
      undo: async () => {
        await dropTemplate(org, name);
        await renew();
      },
    });
    setAsking(false);
  };
  if (template)
    return (
      <p className={css.template}>
        {t("import.template.by", { name: template })}{" "}
        <Button onPress={() => void forget(template)}>{t("import.template.drop")}</Button>
      </p>
    );
  if (!said || result.questions.length > 0) return null;
  return (
    <p className={css.template}>
      {t("import.template.text")} <Button onPress={() => setAsking(true)}>{t("import.template.keep")}</Button>
      {asking && (
        <Suspense fallback={null}>
          <KeepDialog onSave={keep} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </p>
  );
}
