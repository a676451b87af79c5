import { NavLink } from "react-router";
import { useOrg, useRights } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Logo } from "~/ui/Logo";
import { useCounts } from "./counts";
import { Jobs } from "./Jobs";
import { Mirrored } from "./Mirrored";
import css from "./Nav.module.css";
import { places } from "./places";

/** The menu. On a phone the menu button opens it over the page. */
export function Nav({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const rights = useRights();
  const counts = useCounts();
  return (
    <>
      {open && <button type="button" className={css.behind} aria-label={t("common.close")} onClick={onClose} />}
      <nav className={css.nav} data-open={open || undefined} aria-label={t("nav.name")}>
        <NavLink to={`/${org}`} className={css.brand} onClick={onClose}>
          <Logo /> Frist
        </NavLink>
        <ul>
          {places
            .filter((place) => !place.right || rights.includes(place.right))
            .map(({ path, text, icon: Icon, count, apart }) => {
              const n = count && counts[count];
              return (
                <li key={text} className={apart ? css.apart : undefined}>
                  <NavLink
                    to={path ? `/${org}/${path}` : `/${org}`}
                    end={path === ""}
                    className={css.link}
                    onClick={onClose}
                  >
                    <Icon size={17} stroke={1.6} aria-hidden />
                    <span>{t(text)}</span>
                    {n && n.n > 0 && (
                      <span className={`${css.count} numbers`}>{f.count(n.n) + (n.more ? "+" : "")}</span>
                    )}
                  </NavLink>
                </li>
              );
            })}
        </ul>
        <div className={css.foot}>
          <Jobs onGo={onClose} />
          <Mirrored />
        </div>
      </nav>
    </>
  );
}
