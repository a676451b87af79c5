import { useT } from "~/text/texts";
import { Dialog } from "~/ui/Dialog";
import css from "./Keys.module.css";

const rows = [
  [["Ctrl K"], "keys.palette"],
  [["/"], "keys.search"],
  [["j", "k", "↓", "↑"], "keys.rows"],
  [["x", "Shift x"], "keys.pick"],
  [["Enter"], "keys.open"],
  [["1", "2", "3"], "keys.choose"],
  [["o"], "keys.case"],
  [["Esc"], "keys.escape"],
  [["n"], "cases.new"],
  [["c"], "keys.creditor"],
  [["?"], "keys.this"],
] as const;

/** The list of keys. */
export function Keys({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t("keys.title")} open onClose={onClose}>
      <dl className={css.keys}>
        {rows.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <p className={css.note}>{t("keys.note")}</p>
    </Dialog>
  );
}
