import { useCreditor } from "~/api/creditor";
import { useOrg } from "~/api/me";
import { useTodays } from "~/api/today";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import css from "./Automation.module.css";

const sources = ["ledger", "bank"] as const;

/** How old the ledger and the bank may be before no letter leaves, and how they stand now. */
export function Fresh() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const creditor = useCreditor().data?.value;
  const fresh = useTodays().data?.freshness;
  if (!creditor) return null;
  return (
    <section className={css.fresh}>
      <h2>{t("auto.fresh")}</h2>
      <p className={css.lead}>{t("auto.fresh.text")}</p>
      <ul className={css.lacks}>
        {sources.map((source) => {
          const read = creditor[`${source}_read`];
          return (
            <li key={source} className={css.lack}>
              <span>{t(`auto.fresh.${source}`, { limit: creditor[`max_${source}_age_hours`] })}</span>
              <span className={css.lead}>
                {read ? t("auto.fresh.now", { at: f.when(read) }) : t("auto.fresh.now.never")}{" "}
                {fresh?.[source].stale && <b className={css.old}>{t("auto.fresh.now.old")}</b>}
              </span>
            </li>
          );
        })}
      </ul>
      <ButtonLink to={`/${org}/innstillinger`}>{t("auto.fresh.change")}</ButtonLink>
    </section>
  );
}
