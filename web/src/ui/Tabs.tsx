import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { useF } from "~/text/format";
import css from "./Tabs.module.css";

interface Tab {
  to: string;
  text: string;
  count?: number | undefined;
  here: boolean;
}

/** Parts of a page, each with its own address and perhaps its count. */
export function Tabs({ name, tabs }: { name: string; tabs: Tab[] }) {
  const f = useF();
  const nav = useRef<HTMLElement>(null);
  const here = tabs.find((tab) => tab.here)?.to;
  // On a phone they are more than fit: the one that is open is in sight.
  useEffect(() => {
    const open = here === undefined ? null : nav.current?.querySelector("[aria-current]");
    open?.scrollIntoView?.({ block: "nearest", inline: "center" });
  }, [here]);
  return (
    <nav ref={nav} className={css.tabs} aria-label={name}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} className={css.tab} aria-current={tab.here ? "page" : undefined} replace>
          {tab.text}
          {tab.count !== undefined && <span className={`${css.count} numbers`}> {f.count(tab.count)}</span>}
        </Link>
      ))}
    </nav>
  );
}
