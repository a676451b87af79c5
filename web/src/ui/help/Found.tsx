import { useId, useState } from "react";
import { useSetting } from "~/api/settings";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "../Button";
import { BareField } from "../form/BareField";
import css from "./Help.module.css";

interface Said {
  article: string;
  found: boolean;
  words?: string;
  on: string;
}

const nothing: Said[] = [];
const kept = 60;

/** “Fant du svaret?” What is answered stays in this installation, with the person's own settings. */
export function Found({ article }: { article: string }) {
  const t = useT();
  const f = useF();
  const id = useId();
  const { value: said, keep } = useSetting("help-answers", nothing);
  const [asked, setAsked] = useState(false);
  const [words, setWords] = useState("");
  const mine = said.find((one) => one.article === article);
  const say = (found: boolean, more?: string) => {
    const others = said.filter((one) => one.article !== article);
    keep([...others, { article, found, on: f.today, ...(more ? { words: more } : {}) }].slice(-kept));
    setAsked(!found && more === undefined);
  };
  return (
    <section className={css.found} aria-label={t("help.found")}>
      <h3>{t("help.found")}</h3>
      <div className={css.answers}>
        <Button pressed={mine?.found === true} onPress={() => say(true)}>
          {t("common.yes")}
        </Button>
        <Button pressed={mine?.found === false} onPress={() => say(false)}>
          {t("common.no")}
        </Button>
      </div>
      {asked && (
        <form
          className={css.more}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            say(false, words.trim());
          }}
        >
          <BareField id={id} label={t("help.sought")} value={words} onType={setWords} />
          <div>
            <Button type="submit">{t("help.say")}</Button>
          </div>
        </form>
      )}
      <p className={css.thanks} role="status">
        {mine && !asked ? t("help.thanks") : ""}
      </p>
    </section>
  );
}
