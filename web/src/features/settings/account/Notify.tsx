import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem, type Problem } from "~/api/problem";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Failure } from "~/ui/Empty";
import { BareCheck } from "~/ui/form/Bare";
import { Notice, ProblemNotice } from "~/ui/Notice";
import { Options } from "~/ui/Options";
import { WaitingRows } from "~/ui/Skeleton";
import { useDone } from "~/ui/Toasts";
import { keepNotifications, type Notifications, notificationsKey, useNotifications } from "../api/account";
import css from "../page/Settings.module.css";

const what = ["ready", "legal", "held"] as const;

/** What the person is told of by e-mail. Each choice counts at once, and can be undone. */
export function Notify() {
  const t = useT();
  const told = useTold();
  const done = useDone();
  const queries = useQueryClient();
  const { data, error, refetch } = useNotifications();
  const [problem, setProblem] = useState<Problem>();
  const keep = async (change: Partial<Notifications>, before: Notifications, undo: boolean) => {
    setProblem(undefined);
    queries.setQueryData(notificationsKey, { ...before, ...change });
    try {
      const { hindrance: _, ...words } = change;
      queries.setQueryData(notificationsKey, await keepNotifications(words));
      const back = Object.fromEntries(Object.keys(change).map((name) => [name, before[name as keyof Notifications]]));
      done({
        text: t("notify.kept"),
        ...(undo ? { undo: () => void keep(back, { ...before, ...change }, false) } : {}),
      });
    } catch (thrown) {
      queries.setQueryData(notificationsKey, before);
      setProblem(asProblem(thrown));
    }
  };
  return (
    <section className={css.section}>
      <h2>{t("settings.notify")}</h2>
      <p className={css.lead}>{t("notify.text")}</p>
      {error && !data ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : !data ? (
        <WaitingRows rows={3} height={28} />
      ) : (
        <>
          {data.hindrance && (
            <Notice tone="wait">
              <span lang={told(data.hindrance).lang}>
                {told(data.hindrance).what} {told(data.hindrance).remedy}
              </span>
            </Notice>
          )}
          {what.map((name) => (
            <BareCheck
              key={name}
              label={t(`notify.${name}`)}
              on={data[name]}
              onTurn={(on) => keep({ [name]: on }, data, true)}
            />
          ))}
          <Options
            label={t("notify.pace")}
            value={data.pace}
            options={(["daily", "at_once"] as const).map((value) => ({ value, label: t(`notify.pace.${value}`) }))}
            onChoose={(pace) => keep({ pace }, data, true)}
          />
          {problem && <ProblemNotice problem={problem} />}
        </>
      )}
    </section>
  );
}
