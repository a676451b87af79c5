import { lazy, Suspense, useCallback, useState } from "react";
import { Outlet, useLocation, useNavigate } from "react-router";
import { useMe, useOrg } from "~/api/me";
import { needMore, useT } from "~/text/texts";
import { HelpPlace } from "~/ui/help/HelpPlace";
import { useHelp } from "~/ui/help/help";
import { useShortcuts } from "~/ui/useShortcut";
import { Bar } from "./Bar";
import { Nav } from "./Nav";
import { NewVersion } from "./NewVersion";
import css from "./Shell.module.css";
import { Stale } from "./Stale";
import { useEarly } from "./useEarly";

const Practice = lazy(async () => ({ default: (await import("./Practice")).Practice }));
const Tour = lazy(() => import("./Tour"));
const Palette = lazy(() => import("./Palette"));
const Keys = lazy(async () => {
  const [{ Keys: List }] = await Promise.all([import("./Keys"), needMore()]);
  return { default: List };
});

/** What stands around every page: the menu, the bar, and the sheet one works on. */
export function Shell() {
  return (
    <HelpPlace>
      <Inside />
    </HelpPlace>
  );
}

function Inside() {
  const t = useT();
  const org = useOrg();
  const go = useNavigate();
  const { pathname } = useLocation();
  const { step } = useHelp();
  const invented = useMe()?.creditors.find((one) => one.org_number === org)?.practice_today;
  const [menu, setMenu] = useState("");
  const [keys, setKeys] = useState(false);
  const [palette, setPalette] = useState<"all" | "creditors">();
  const early = useEarly(palette !== undefined);
  const openPalette = useCallback(() => setPalette("all"), []);
  const openCreditors = useCallback(() => setPalette("creditors"), []);
  useShortcuts({
    "mod+k": openPalette,
    c: openCreditors,
    "?": () => setKeys(true),
    n: () => go(`/${org}/saker/ny`),
  });
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#main">
        {t("bar.skip")}
      </a>
      <Nav open={menu === pathname} onClose={() => setMenu("")} />
      <Bar
        onMenu={() => setMenu(menu === pathname ? "" : pathname)}
        onSearch={openPalette}
        onCreditors={openCreditors}
        onKeys={() => setKeys(true)}
      />
      <main id="main" className={css.sheet} tabIndex={-1}>
        <NewVersion />
        {invented && (
          <Suspense fallback={null}>
            <Practice />
          </Suspense>
        )}
        <Stale />
        <Outlet />
      </main>
      <Suspense fallback={null}>
        {step !== undefined && <Tour />}
        {keys && <Keys onClose={() => setKeys(false)} />}
        {palette && <Palette only={palette} early={early} onClose={() => setPalette(undefined)} />}
      </Suspense>
    </div>
  );
}
