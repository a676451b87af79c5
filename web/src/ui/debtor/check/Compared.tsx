import type { ReactNode } from "react";
import type { RegisterCheck } from "~/api/debtorChecks";
import { useF } from "~/text/format";
import { type TextId, useT } from "~/text/texts";
import { Notice } from "../../Notice";
import { Tag } from "../../Tag";
import css from "./Check.module.css";

type Warning = RegisterCheck["warnings"][number];
type Side = RegisterCheck["ours"];

const warned = {
  deleted: "check.warn.deleted",
  bankrupt: "check.warn.bankrupt",
  winding_up: "check.warn.winding-up",
  forced_winding_up: "check.warn.forced",
  sole_trader: "check.warn.sole-trader",
} as const satisfies Record<Warning["what"], TextId>;

const spaced = (number: string) => number.replace(/(\d{3})(?=\d)/g, "$1 ");

/** Ours and the register's beside each other; what differs has a mark and a word. */
export function Compared({ seen }: { seen: RegisterCheck }) {
  const t = useT();
  const f = useF();
  const differs = new Map(seen.differences.map((one) => [one.what, one]));
  const told = (since: string) =>
    since === "no" ? t("common.no") : since.replace(/^since (\S+)$/, (_, day) => f.day(day));
  const rows: { what: string; name: string; ours: ReactNode; theirs: ReactNode }[] = [
    row("name", t("person.name"), (side) => side.name),
    row("org_number", t("check.number"), (side) => spaced(side.org_number)),
    row("address", t("debtors.address"), (side) => side.address_lines.map((line) => <div key={line}>{line}</div>)),
  ];
  function row(what: string, name: string, of: (side: Side) => ReactNode) {
    return { what, name, ours: of(seen.ours), theirs: of(seen.theirs) };
  }
  const municipality = differs.get("municipality");
  if (municipality) rows.push({ ...municipality, name: t("check.municipality") });
  const bankrupt = differs.get("bankrupt");
  if (bankrupt)
    rows.push({
      what: "bankrupt",
      name: t("sign.bankrupt"),
      ours: told(bankrupt.ours),
      theirs: bankrupt.theirs === "yes" ? t("common.yes") : told(bankrupt.theirs),
    });
  return (
    <>
      {seen.warnings.map((one) => (
        <Notice key={one.what} tone={one.what === "sole_trader" ? "wait" : "bad"}>
          {t(warned[one.what])} {one.on && t("check.warn.since", { day: f.words(one.on) })}
        </Notice>
      ))}
      {seen.differences.length === 0 && <Notice tone="good">{t("check.same")}</Notice>}
      <table className={css.compared}>
        <caption className="ear-only">{t("check.compared")}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="ear-only">{t("check.what")}</span>
            </th>
            <th scope="col">{t("check.ours")}</th>
            <th scope="col">{t("check.theirs")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.what} data-differs={differs.has(one.what as never) || undefined}>
              <th scope="row">
                {one.name}
                {differs.has(one.what as never) && (
                  <Tag quiet tone="wait">
                    {t("check.differs")}
                  </Tag>
                )}
              </th>
              <td>{one.ours || "–"}</td>
              <td>{one.theirs || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
