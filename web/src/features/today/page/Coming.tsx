import type { Today } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Day } from "~/ui/Day";
import css from "./TodayPage.module.css";

/** The letters of the next fourteen days: a table whose bars are only for the eye. */
export function Coming({ coming }: { coming: Today["coming"] }) {
  const t = useT();
  const f = useF();
  const most = Math.max(1, ...coming.map((day) => day.letters));
  return (
    <section>
      <h2>{t("today.coming")}</h2>
      {coming.length === 0 ? (
        <p className={css.none}>{t("today.coming.none")}</p>
      ) : (
        <table className={css.days}>
          <thead className="ear-only">
            <tr>
              <th scope="col">{t("today.coming.day")}</th>
              <th scope="col">{t("today.coming.letters")}</th>
            </tr>
          </thead>
          <tbody>
            {coming.map((day) => (
              <tr key={day.on}>
                <th scope="row">
                  <Day of={day.on} as="weekday" />
                </th>
                <td className="numbers">
                  <span className={css.bar}>
                    <span className={css.track} style={{ width: `${(100 * day.letters) / most}%` }} />
                  </span>
                  <span className={css.letters}>{f.count(day.letters)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
