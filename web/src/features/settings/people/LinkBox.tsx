import { useT } from "~/text/texts";
import { CopyButton } from "~/ui/CopyButton";
import css from "../page/Settings.module.css";

/** A one-time link that is shown this once: give it to the person. */
export function LinkBox({ link, text }: { link: string; text: string }) {
  const t = useT();
  const whole = new URL(link, location.origin).href;
  return (
    <div className={css.section}>
      <p className={css.lead}>{text}</p>
      <div className={css.secret}>
        <code>{whole}</code>
        <CopyButton text={whole} what={t("people.the-link")} />
      </div>
    </div>
  );
}
