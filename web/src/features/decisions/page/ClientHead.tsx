import { Link } from "react-router";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import type { Client } from "../api/decisions";
import css from "./Decisions.module.css";

/** Whose rows these are, how many, and what else waits there. */
export function ClientHead({ client }: { client: Client }) {
  const f = useF();
  return (
    <span className={css.client}>
      <Link to={`/${client.org_number}`} className={css.clientName}>
        {client.name}
      </Link>
      <span className={`${css.count} numbers`}>{f.count(client.decisions)}</span>
      <Beside client={client} />
    </span>
  );
}

/** The lists of a creditor that hold something for a person, beside its decisions. */
export function Beside({ client }: { client: Client }) {
  const t = useT();
  const { org_number: org, name, held, suspense, to_start } = client;
  const links = [
    { n: held, text: t("decisions.held", { n: held }), to: "saker?fane=inactive&status=held" },
    { n: suspense, text: t("decisions.suspense", { n: suspense }), to: "innbetalinger" },
    { n: to_start, text: t("decisions.to-start", { n: to_start }), to: "reskontro?vis=proposed" },
  ].filter((one) => one.n > 0);
  return (
    <span className={css.beside}>
      {links.map(({ text, to }) => (
        <Link key={to} to={`/${org}/${to}`} aria-label={`${text}: ${name}`}>
          {text}
        </Link>
      ))}
    </span>
  );
}

/** Whether something else than decisions waits there. */
export const hasBeside = ({ held, suspense, to_start }: Client) => held + suspense + to_start > 0;
