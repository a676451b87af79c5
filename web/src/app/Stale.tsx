import { useLocation } from "react-router";
import { useMay, useOrg } from "~/api/me";
import { useTerms } from "~/api/terms";
import { useTodays } from "~/api/today";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { IconFileText, IconPlayerPause } from "~/ui/icons";
import css from "./Stale.module.css";

/**
 * What stands over every page: terms that wait to be accepted; the mirror of the ledger, or the bank, when it is older
 * than the limit, so that nothing is sent until it is read again.
 */
export function Stale() {
  const t = useT();
  const org = useOrg();
  const imports = useMay("import_ledger");
  const pays = useMay("register_payments");
  const fresh = useTodays().data?.freshness;
  const waiting = useTerms().data?.waiting;
  const { pathname } = useLocation();
  const terms = waiting && !pathname.endsWith("/vilkar") && (
    <div key="terms" className={css.line} role="status">
      <IconFileText size={16} stroke={1.7} aria-hidden />
      <span>{t("terms.waiting")}</span>
      <ButtonLink to={`/${org}/innstillinger/vilkar`}>{t("terms.read")}</ButtonLink>
    </div>
  );
  if (!fresh) return terms || null;
  const lines = [
    { of: "ledger", one: fresh.ledger, to: imports ? "import" : undefined },
    { of: "bank", one: fresh.bank, to: pays ? "innbetalinger" : undefined },
  ] as const;
  const old = lines
    .filter(({ one }) => one.stale)
    .map(({ of, one, to }) => (
      <div key={of} className={css.line} role="status">
        <IconPlayerPause size={16} stroke={1.7} aria-hidden />
        <span>
          {one.read === null
            ? t(`fresh.${of}.never`)
            : t(`fresh.${of}`, { hours: one.age_hours ?? 0, limit: one.limit_hours })}
        </span>
        {to && <ButtonLink to={`/${org}/${to}`}>{t("fresh.read")}</ButtonLink>}
      </div>
    ));
  return [terms, ...old];
}
