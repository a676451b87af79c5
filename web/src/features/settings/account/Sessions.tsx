import { useQueryClient } from "@tanstack/react-query";
import { asProblem } from "~/api/problem";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Failure } from "~/ui/Empty";
import { ProblemNotice } from "~/ui/Notice";
import { WaitingRows } from "~/ui/Skeleton";
import { useDone } from "~/ui/Toasts";
import { useTrying } from "~/ui/useTrying";
import { endOthers, endSession, sessionsKey, useSessions } from "../api/account";
import css from "../page/Settings.module.css";
import { deviceOf } from "./device";

/** Where one is logged in, and ending what one does not know. */
export function Sessions() {
  const t = useT();
  const f = useF();
  const done = useDone();
  const queries = useQueryClient();
  const { data, error, refetch } = useSessions();
  const named = (client: string | undefined) => {
    const device = client && deviceOf(client);
    return device ? t("account.session.device", device) : client || t("account.session.unknown");
  };
  const again = async (text: string) => {
    await queries.invalidateQueries({ queryKey: sessionsKey });
    done({ text });
  };
  const ending = useTrying();
  const end = (work: Promise<unknown>, text: string) => ending.run(() => work.then(() => again(text)));
  return (
    <section className={css.section}>
      <h2>{t("account.sessions")}</h2>
      {error && !data ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : !data ? (
        <WaitingRows rows={2} />
      ) : (
        <ul>
          {data.rows.map((row) => (
            <li key={row.session} className={css.card}>
              <span className={css.name} title={row.client}>
                {named(row.client)}
              </span>
              {row.here ? (
                <span>{t("account.session.here")}</span>
              ) : (
                <Button
                  kind="text"
                  onPress={() => end(endSession(row.session), t("account.session.ended"))}
                  label={`${t("account.session.end")}: ${named(row.client)}`}
                >
                  {t("account.session.end")}
                </Button>
              )}
              <small>{t("account.session.used", { at: f.moment(row.last_used) })}</small>
            </li>
          ))}
        </ul>
      )}
      {ending.problem && <ProblemNotice problem={ending.problem} />}
      {data && data.rows.length > 1 && (
        <div>
          <Button onPress={() => end(endOthers(), t("account.session.others-ended"))}>
            {t("account.session.end-others")}
          </Button>
        </div>
      )}
    </section>
  );
}
