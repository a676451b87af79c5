import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import type { SettingValue } from "../api/allSettings";

const day = /^\d{4}-\d\d-\d\d$/;

/** One value of a setting in the reader's words; a list one after the other, what has parts as it stands in the file. */
export function useValueWords(): (of: SettingValue | undefined, name: string) => string {
  const t = useT();
  const f = useF();
  const say = (of: unknown, name: string): string => {
    if (of === null || of === undefined) return "";
    if (typeof of === "boolean") return t(of ? "common.yes" : "common.no");
    if (typeof of === "number") return name.startsWith("courses.") ? t("all.version", { n: of }) : f.count(of);
    if (typeof of === "string") return day.test(of) ? f.day(of) : of;
    const plain = Array.isArray(of) && of.every((one) => typeof one !== "object");
    return plain ? of.map((one) => say(one, name)).join(", ") : JSON.stringify(of);
  };
  return say;
}
