import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { asProblem, type Problem } from "~/api/problem";
import type { Person } from "~/api/types";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";
import type { MenuItem } from "~/ui/Menu";
import { ProblemNotice } from "~/ui/Notice";
import { useDone } from "~/ui/Toasts";
import { dropFactor, endSessionsOf, passwordLink, peopleKey, removePerson } from "../api/people";
import { LinkBox } from "./LinkBox";

type Asked = { person: Person; what: "password" | "factor" | "sessions" | "remove"; link?: string; problem?: Problem };

/** What can be done for a person, and the dialog that asks first and shows a link once. */
export function usePersonActs(onChange: (person: Person) => void): {
  items: (person: Person) => MenuItem[];
  dialog: ReactNode;
} {
  const t = useT();
  const done = useDone();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const act = async ({ person, what }: Asked) => {
    try {
      if (what === "password") return setAsked({ person, what, link: (await passwordLink(person)).link });
      await { factor: dropFactor, sessions: endSessionsOf, remove: removePerson }[what](person);
      await queries.invalidateQueries({ queryKey: peopleKey });
      done({ text: t(`people.${what}.done`, { name: person.name }) });
      close();
    } catch (error) {
      setAsked({ person, what, problem: asProblem(error) });
    }
  };
  const items = (person: Person): MenuItem[] => [
    { text: t("people.rights"), onPress: () => onChange(person) },
    { text: t("people.password"), onPress: () => setAsked({ person, what: "password" }) },
    ...(person.second_factor
      ? [{ text: t("people.factor"), onPress: () => setAsked({ person, what: "factor" as const }) }]
      : []),
    { text: t("people.sessions"), onPress: () => setAsked({ person, what: "sessions" }) },
    {
      text: t("people.remove", { name: person.name }),
      apart: true,
      onPress: () => setAsked({ person, what: "remove" }),
    },
  ];
  const dialog = asked && (
    <Dialog title={t(`people.${asked.what}.title`, { name: asked.person.name })} open onClose={close}>
      {asked.link ? (
        <LinkBox link={asked.link} text={t("people.password.link")} />
      ) : (
        <p>{t(`people.${asked.what}.text`)}</p>
      )}
      {asked.problem && <ProblemNotice problem={asked.problem} />}
      <Ends>
        <Button onPress={close}>{t(asked.link ? "common.close" : "common.cancel")}</Button>
        {!asked.link && (
          <Button kind="primary" onPress={() => act(asked)}>
            {t(`people.${asked.what}.act`)}
          </Button>
        )}
      </Ends>
    </Dialog>
  );
  return { items, dialog };
}
