import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import type { SettingValue } from "../api/allSettings";
import css from "./AllSettings.module.css";

const few = 4;
const day = /^\d{4}-\d\d-\d\d$/;
type Plain = string | number | boolean;

/** A setting's value as one reads it: a list of many things folds. */
export function Value({ of, name }: { of: SettingValue | undefined; name: string }) {
  const t = useT();
  const f = useF();
  const words = (one: Plain): string => {
    if (typeof one === "boolean") return t(one ? "common.yes" : "common.no");
    if (typeof one === "number") return name.startsWith("courses.") ? t("all.version", { n: one }) : f.count(one);
    return day.test(one) ? f.day(one) : one;
  };
  const list = Array.isArray(of) ? (of as unknown[]) : undefined;
  if (of === null || of === undefined || of === "" || list?.length === 0)
    return (
      <span className={css.nothing}>
        <span aria-hidden>–</span>
        <span className="ear-only">{t("all.empty")}</span>
      </span>
    );
  if (typeof of !== "object") return <>{words(of)}</>;
  if (list && list.length <= few && list.every((one) => typeof one !== "object"))
    return <>{(list as Plain[]).map(words).join(", ")}</>;
  return (
    <details className={css.many}>
      <summary>{t("all.entries", { n: list?.length ?? Object.keys(of).length })}</summary>
      <pre>{JSON.stringify(of, null, 1)}</pre>
    </details>
  );
}
