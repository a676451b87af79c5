import { type ReactNode, useEffect } from "react";
import { languages, useLanguage, useT } from "~/text/texts";
import { Logo } from "~/ui/Logo";
import css from "./Door.module.css";

/** What stands around the pages before one is inside. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const t = useT();
  const { language, choose } = useLanguage();
  useEffect(() => {
    document.title = `${title} – Frist`;
  }, [title]);
  return (
    <div className={css.door}>
      <header className={css.brand}>
        <Logo size={28} /> Frist
      </header>
      <main className={css.card}>
        <h1>{title}</h1>
        {children}
      </main>
      <footer className={css.languages}>
        {languages.map((one) => (
          <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => choose(one)}>
            {t(`language.${one}`)}
          </button>
        ))}
      </footer>
    </div>
  );
}
