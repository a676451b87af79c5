import css from "../page/Settings.module.css";
import { Given } from "./Given";
import { Mine } from "./Mine";

/** Who of another office works for this creditor, and whom one works for oneself. */
export function MandatesPage() {
  return (
    <div className={css.wide}>
      <Given />
      <Mine />
    </div>
  );
}
