import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { channelWord, longName } from "~/text/words";
import type { SettingValue } from "../api/allSettings";
import { codes, courses, levelWord, otherwise, shares, sums, units } from "./valueWords";

const day = /^\d{4}-\d\d-\d\d$/;
type Row = Record<string, unknown>;

/** One value of a setting in the reader's words: no code, no bare number; a list one after the other. */
export function useValueWords(): (of: SettingValue | undefined, name: string) => string {
  const t = useT();
  const f = useF();
  const courseName = useCourse();

  const number = (of: number, name: string): string => {
    if (name.startsWith("courses.")) return t("all.version", { n: of });
    if (name === "automation.excluded") return t("all.debtor", { n: String(of) });
    const unit = units[name];
    if (!unit) return f.count(of);
    return of === 0 && unit.zero ? t(unit.zero) : t(unit.text, { n: of });
  };
  const text = (of: string, name: string): string => {
    const code = codes[name]?.[of];
    if (code) return t(code);
    if (name.endsWith("country")) return countryName(of, f.language);
    if (courses.has(name)) return courseName(of);
    if (sums.has(name) && of) return `${f.money(of)}\u00a0kr`;
    if (shares.has(name) && of) return `${f.decimal(of)}\u00a0%`;
    if (name === "automation.approve") return t(longName(of) ?? "letter.letter");
    return day.test(of) ? f.day(of) : of;
  };
  const row = (of: Row, name: string): string => {
    const word = (key: string) => (typeof of[key] === "string" || typeof of[key] === "number" ? String(of[key]) : "");
    if (name === "automation.still") {
      const times = { from: f.day(word("from")), until: f.day(word("until")) };
      return [t("all.times", times), word("why")].filter(Boolean).join(": ");
    }
    if (name === "postage") {
      const channel = channelWord(word("service"));
      return t("all.postage", {
        service: channel ? t(channel) : word("service"),
        day: f.day(word("from")),
        price: f.money(word("price")),
      });
    }
    if (name === "texts") {
      const kind = longName(word("kind"));
      const language = codes.language?.[word("language")];
      return `${kind ? t(kind) : word("kind").replaceAll("_", " ")}, ${language ? t(language) : word("language")}`;
    }
    if (name === "automation.customers") {
      const parts = Object.entries(otherwise).flatMap(([key, what]) => {
        const level = levelWord(word(key));
        return level ? [`${t(what)}: ${t(level)}`] : [];
      });
      return [t("all.debtor", { n: word("debtor") }), ...parts].join("; ");
    }
    // What is new to us: its words, without their names.
    return Object.values(of)
      .map((one) => say(one, ""))
      .filter(Boolean)
      .join(", ");
  };
  const say = (of: unknown, name: string): string => {
    if (of === null || of === undefined) return "";
    if (typeof of === "boolean") return t(of ? "common.yes" : "common.no");
    if (typeof of === "number") return number(of, name);
    if (typeof of === "string") return text(of, name);
    if (Array.isArray(of)) return of.map((one) => say(one, name)).join(name === "postage" ? "; " : ", ");
    return row(of as Row, name);
  };
  return say;
}

function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  try {
    return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
