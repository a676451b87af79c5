import css from "./DownloadLink.module.css";
import { IconDownload } from "./icons";

/** The paper itself, in a tab of its own; off while there is none. */
export function DownloadLink({ to, label }: { to: string | undefined; label: string }) {
  if (to === undefined)
    return (
      <span className={css.off} aria-hidden="true">
        <IconDownload size={16} stroke={1.7} />
      </span>
    );
  return (
    <a className={css.link} href={to} target="_blank" rel="noreferrer" aria-label={label}>
      <IconDownload size={16} stroke={1.7} aria-hidden />
    </a>
  );
}
