import { useT } from "~/text/texts";
import type { SettingValue } from "../api/allSettings";
import css from "./AllSettings.module.css";
import { useValueWords } from "./useValueWords";

const few = 4;

/** A setting's value as one reads it: a list of many things folds. */
export function Value({ of, name }: { of: SettingValue | undefined; name: string }) {
  const t = useT();
  const words = useValueWords();
  const list = Array.isArray(of) ? (of as unknown[]) : undefined;
  if (of === null || of === undefined || of === "" || list?.length === 0)
    return (
      <span className={css.nothing}>
        <span aria-hidden>–</span>
        <span className="ear-only">{t("all.empty")}</span>
      </span>
    );
  if (typeof of !== "object") return <>{words(of, name)}</>;
  if (list && list.length <= few && list.every((one) => typeof one !== "object")) return <>{words(of, name)}</>;
  return (
    <details className={css.many}>
      <summary>{t("all.entries", { n: list?.length ?? Object.keys(of).length })}</summary>
      <pre>{JSON.stringify(of, null, 1)}</pre>
    </details>
  );
}
