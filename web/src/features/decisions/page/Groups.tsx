import { type ReactNode, useId } from "react";
import type { Problem } from "~/api/problem";
import type { ActOffer } from "~/api/types";
import { useT } from "~/text/texts";
import { usePhone } from "~/ui/useMedia";
import { type Client, type Decision, keyOf } from "../api/decisions";
import { ClientHead } from "./ClientHead";
import { DecisionCard, DecisionRow } from "./DecisionRow";
import css from "./Decisions.module.css";

interface Props {
  groups: { client: Client; rows: Decision[] }[];
  here: string | undefined;
  may: (row: Decision) => boolean;
  refused: ReadonlyMap<string, Problem>;
  press: (row: Decision, offer: ActOffer) => void;
}

/** The rows, by the creditor they belong to. */
export function Groups({ groups, here, may, refused, press }: Props) {
  const t = useT();
  const phone = usePhone();
  const words = (row: Decision) => {
    const key = keyOf(row);
    return { key, row, here: key === here, may: may(row), problem: refused.get(key), press };
  };
  if (phone)
    return groups.map(({ client, rows }) => (
      <CardGroup key={client.org_number} client={client}>
        {rows.map((row) => {
          const { key, ...rest } = words(row);
          return <DecisionCard key={key} {...rest} />;
        })}
      </CardGroup>
    ));
  return (
    <table className={css.table}>
      <caption className="ear-only">{t("decisions.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("cases.debtor")}</th>
          <th scope="col">{t("cases.case")}</th>
          <th scope="col">{t("decisions.waits")}</th>
          <th scope="col" data-right>
            {t("cases.days-over")}
          </th>
          <th scope="col" data-right>
            {t("cases.open")}
          </th>
          <th scope="col">{t("decisions.decide")}</th>
        </tr>
      </thead>
      {groups.map(({ client, rows }) => (
        <tbody key={client.org_number}>
          <tr className={css.group}>
            <th scope="rowgroup" colSpan={6}>
              <ClientHead client={client} />
            </th>
          </tr>
          {rows.map((row) => {
            const { key, ...rest } = words(row);
            return <DecisionRow key={key} {...rest} />;
          })}
        </tbody>
      ))}
    </table>
  );
}

function CardGroup({ client, children }: { client: Client; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={css.group}>
        <ClientHead client={client} />
      </h2>
      <ul>{children}</ul>
    </section>
  );
}
