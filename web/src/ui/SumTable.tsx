import type { ReactNode } from "react";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { CopyButton } from "./CopyButton";
import { Money } from "./Money";
import css from "./SumTable.module.css";
import { usePhone } from "./useMedia";

export interface SumLine {
  what: string;
  note?: string | undefined;
  days?: number | undefined;
  rate?: string | undefined;
  base?: string | undefined;
  amount: string;
}

interface Props {
  /** Why, in plain words. */
  says: string;
  lines: SumLine[];
  sum?: string;
  links?: ReactNode[];
  interest?: boolean;
}

/** A sum that can be added by eye: its rows, its total, the sections, and a copy for a letter. */
export function SumTable({ says, lines, sum, links, interest }: Props) {
  const t = useT();
  const f = useF();
  const phone = usePhone();
  const wide = interest && !phone;
  const spoken = (line: SumLine) =>
    line.days !== undefined && line.rate && line.base
      ? t("why.days-of", { days: line.days, rate: line.rate, base: f.money(line.base) })
      : line.note;
  const copy = [
    ...lines.map((line) => [line.what, spoken(line), f.money(line.amount)].filter(Boolean).join("\t")),
    ...(sum === undefined ? [] : [`${t("common.sum")}\t${f.money(sum)}`]),
  ].join("\n");
  return (
    <>
      <p>{says}</p>
      {lines.length > 0 && (
        <table className={css.sums}>
          <thead className={wide ? undefined : "ear-only"}>
            <tr>
              <th scope="col">{t(interest ? "why.from-to" : "why.what")}</th>
              {wide && (
                <>
                  <th scope="col">{t("why.days")}</th>
                  <th scope="col">{t("why.rate")}</th>
                  <th scope="col">{t("why.base")}</th>
                </>
              )}
              <th scope="col">{t(interest ? "why.interest.head" : "why.amount")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, n) => (
              <tr key={n}>
                <th scope="row">
                  {line.what}
                  {!wide && spoken(line) && <small>{spoken(line)}</small>}
                  {wide && line.note && <small>{line.note}</small>}
                </th>
                {wide && (
                  <>
                    <td>{line.days !== undefined && f.count(line.days)}</td>
                    <td>{line.rate}</td>
                    <td>{line.base !== undefined && <Money of={line.base} />}</td>
                  </>
                )}
                <td>
                  <Money of={line.amount} />
                </td>
              </tr>
            ))}
          </tbody>
          {sum !== undefined && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={wide ? 4 : 1}>
                  {t("common.sum")}
                </th>
                <td>
                  <Money of={sum} />
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
      <div className={css.foot}>
        <span className={css.links}>{links}</span>
        {lines.length > 0 && <CopyButton worded text={copy} what={t("why.the-sum")} />}
      </div>
    </>
  );
}
