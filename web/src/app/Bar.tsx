import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "react-router";
import { api } from "~/api/client";
import { useMe, useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { useHelp } from "~/ui/help/help";
import { IconButton } from "~/ui/IconButton";
import { IconHelpCircle, IconLogout, IconMenu2, IconMoon, IconSearch, IconSettings, IconSun } from "~/ui/icons";
import { Menu } from "~/ui/Menu";
import { articleOf } from "./articles";
import css from "./Bar.module.css";
import { CreditorSwitch } from "./CreditorSwitch";
import { useScheme } from "./scheme";

interface Props {
  onMenu: () => void;
  onSearch: () => void;
  onCreditors: () => void;
  onKeys: () => void;
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word[0]!.toUpperCase())
    .filter((_, n, all) => n === 0 || n === all.length - 1)
    .join("");

/** The bar over the page: whose work it is, one field for everything, light or dark, keys, the person. */
export function Bar({ onMenu, onSearch, onCreditors, onKeys }: Props) {
  const t = useT();
  const me = useMe();
  const org = useOrg();
  const go = useNavigate();
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const { show, walk } = useHelp();
  const scheme = useScheme();
  const logOut = async () => {
    await api.DELETE("/session").catch(() => undefined);
    // The page goes first: what it would ask again is nobody's any more, and would name it as the place to come back to.
    // At once: a page still standing would ask while its answers are thrown away.
    await go("/logg-inn", { flushSync: true });
    queries.clear();
  };
  return (
    <header className={css.bar}>
      <div className={css.menu}>
        <IconButton plain icon={IconMenu2} label={t("nav.open")} onPress={onMenu} />
      </div>
      <CreditorSwitch onMany={onCreditors} />
      <button type="button" className={css.search} onClick={onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={15} stroke={1.7} aria-hidden />
        <span>{t("bar.search")}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className={css.end}>
        <div className={css.phoneSearch}>
          <IconButton plain icon={IconSearch} label={t("bar.search")} onPress={onSearch} />
        </div>
        <IconButton
          plain
          icon={scheme.dark ? IconSun : IconMoon}
          label={scheme.dark ? t("bar.light") : t("bar.dark")}
          onPress={scheme.turn}
        />
        <Menu
          label={t("help.title")}
          target={<IconButton plain icon={IconHelpCircle} label={t("help.title")} />}
          items={[
            { text: t("help.page"), onPress: () => show(articleOf(pathname)) },
            { text: t("help.all"), onPress: () => show("all") },
            { text: t("tour.take"), onPress: () => walk(0) },
            { text: `${t("bar.keys")} (?)`, onPress: onKeys, apart: true },
          ]}
        />
        {me && (
          <Menu
            label={t("bar.account", { name: me.name })}
            target={
              <button
                type="button"
                className={css.person}
                aria-label={`${initials(me.name)}: ${t("bar.account", { name: me.name })}`}
              >
                {initials(me.name)}
              </button>
            }
            items={[
              { text: t("bar.my-account"), icon: IconSettings, to: `/${org}/innstillinger/konto` },
              { text: t("bar.log-out"), icon: IconLogout, onPress: logOut, apart: true },
            ]}
          />
        )}
      </div>
    </header>
  );
}
