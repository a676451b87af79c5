import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { IconCircleCheck } from "~/ui/icons";
import { Money } from "~/ui/Money";
import { categories, type Need } from "../words";
import { NeedRow } from "./NeedRow";
import css from "./TodayPage.module.css";

/** The categories, each with up to five of its rows; behind those that need somebody, the good news of the others. */
export function Needs({ needs }: { needs: Need[] }) {
  const inOrder = [...needs.filter((need) => need.count > 0), ...needs.filter((need) => need.count === 0)];
  return (
    <div className={css.needs}>
      {inOrder.map((need) => (
        <NeedBox key={need.category} need={need} />
      ))}
    </div>
  );
}

function NeedBox({ need }: { need: Need }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const words = categories[need.category];
  const to = need.show ? `reskontro?vis=${need.show}` : words.to;
  return (
    <section className={css.need}>
      <header>
        <h2>{t(words.head)}</h2>
        <span className={`${css.count} numbers`}>{f.count(need.count)}</span>
        {need.count > need.rows.length && (
          <Link to={`/${org}/${to}`} aria-label={t("today.all.of", { n: need.count, what: t(words.head) })}>
            {t("today.all", { n: need.count })}
          </Link>
        )}
      </header>
      {need.count === 0 ? (
        <p className={css.none}>
          <IconCircleCheck size={16} stroke={1.7} aria-hidden />
          {t(words.none)}
        </p>
      ) : (
        <ul>
          {need.rows.map((row, n) => (
            <li key={n} className={css.row}>
              <NeedRow category={need.category} row={row} />
              {row.amount && (
                <span className={css.amount}>
                  <Money of={row.amount} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {need.unseen !== undefined && need.unseen > 0 && (
        <p className={css.unseen}>{t("today.unseen", { n: need.unseen })}</p>
      )}
    </section>
  );
}
