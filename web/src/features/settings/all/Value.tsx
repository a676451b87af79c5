import { Link } from "react-router";
import { useDebtor } from "~/api/debtor";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import type { SettingValue } from "../api/allSettings";
import css from "./AllSettings.module.css";
import { useValueWords } from "./useValueWords";

const few = 4;
const ofDebtors = new Set(["automation.excluded", "automation.customers"]);

/** A setting's value as one reads it: a list of many things folds, and a customer has its name. */
export function Value({ of, name }: { of: SettingValue | undefined; name: string }) {
  const t = useT();
  const words = useValueWords();
  if (of === null || of === undefined || of === "" || (Array.isArray(of) && of.length === 0))
    return (
      <span className={css.nothing}>
        <span aria-hidden>–</span>
        <span className="ear-only">{t("all.empty")}</span>
      </span>
    );
  if (typeof of !== "object") return <>{words(of, name)}</>;
  const list: unknown[] = Array.isArray(of) ? of : Object.values(of);
  if (list.length <= few && list.every((one) => typeof one !== "object") && !ofDebtors.has(name))
    return <>{words(of, name)}</>;
  const rows = (
    <ul className={css.rows}>
      {list.map((one, n) => (
        <li key={n}>{ofDebtors.has(name) ? <OfDebtor of={one} name={name} /> : words(one as SettingValue, name)}</li>
      ))}
    </ul>
  );
  if (list.length <= few) return rows;
  return (
    <details className={css.many}>
      <summary>{t("all.entries", { n: list.length })}</summary>
      {rows}
    </details>
  );
}

/** What is said of one customer, who stands by name. */
function OfDebtor({ of, name }: { of: unknown; name: string }) {
  const org = useOrg();
  const t = useT();
  const words = useValueWords();
  const number = Number(typeof of === "object" && of !== null ? (of as Record<string, unknown>).debtor : of);
  const debtor = useDebtor(org, number).data?.value.name ?? t("all.debtor", { n: String(number) });
  const rest =
    typeof of === "object"
      ? words(of as SettingValue, name)
          .split("; ")
          .slice(1)
          .join("; ")
      : "";
  return (
    <>
      <Link to={`/${org}/skyldnere/${number}`}>{debtor}</Link>
      {rest && `: ${rest}`}
    </>
  );
}
