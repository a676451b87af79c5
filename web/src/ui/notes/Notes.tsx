import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useMay, useMe, useOrg } from "~/api/me";
import { type About, type Note, notesMoved, strikeNote, useAddNote, useNotes } from "~/api/notes";
import { asProblem, type Problem } from "~/api/problem";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "../Button";
import { Empty, Failure } from "../Empty";
import { LongField } from "../form/LongField";
import { IconButton } from "../IconButton";
import { IconX } from "../icons";
import { ProblemNotice } from "../Notice";
import { WaitingRows } from "../Skeleton";
import { useDone } from "../Toasts";
import css from "./Notes.module.css";

/** Notes of a case or a debtor: newest first, one more at the top. A note is shown at once and can be taken back. */
export function Notes({ about }: { about: About }) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const may = useMay("act_on_cases");
  const queries = useQueryClient();
  const { data, error, refetch } = useNotes(org, about);
  const add = useAddNote(org, about);
  const [words, setWords] = useState("");
  const [empty, setEmpty] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const again = () => notesMoved(queries);
  const save = async () => {
    const text = words.trim();
    setEmpty(text === "");
    if (text === "" || add.isPending) return;
    setProblem(undefined);
    setWords("");
    try {
      const made = await add.mutateAsync(text);
      done({ text: t("notes.saved"), undo: () => strikeNote(org, made.note).finally(again) });
    } catch (thrown) {
      setWords(text);
      setProblem(asProblem(thrown));
    }
  };
  if (error && !data) return <Failure problem={asProblem(error)} again={refetch} />;
  if (!data) return <WaitingRows rows={3} />;
  return (
    <section className={css.notes} aria-label={t("notes.title")}>
      {may && (
        <form
          className={css.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <LongField
            label={t("notes.write")}
            help={t("notes.write.help")}
            value={words}
            onType={setWords}
            most={4000}
            fault={empty && words.trim() === "" ? t("notes.missing") : undefined}
          />
          {problem && <ProblemNotice problem={problem} />}
          <div>
            <Button type="submit">{t("notes.save")}</Button>
          </div>
        </form>
      )}
      {data.length === 0 ? (
        <Empty small title={t("notes.none")} />
      ) : (
        <ul className={css.list}>
          {[...data].reverse().map((note, n) => (
            <OneNote key={note.note || `new-${n}`} note={note} onStruck={again} onCase={"case" in about} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OneNote({ note, onStruck, onCase }: { note: Note; onStruck: () => void; onCase: boolean }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const me = useMe();
  const manages = useMay("manage_creditor");
  const may = useMay("act_on_cases");
  const [problem, setProblem] = useState<Problem>();
  const at = note.at ? `${f.day(note.at)} ${note.at.slice(11, 16)}` : "";
  const strike = () => strikeNote(org, note.note).then(onStruck, (thrown) => setProblem(asProblem(thrown)));
  return (
    <li className={css.note}>
      {note.struck ? (
        <p className={css.gone}>
          {note.struck.by
            ? t("notes.struck.by", { at: f.day(note.struck.at), by: note.struck.by })
            : t("notes.struck", { at: f.day(note.struck.at) })}
        </p>
      ) : (
        <p className={css.words}>{note.text}</p>
      )}
      <p className={css.by}>
        {note.note === 0 ? t("notes.sending") : note.by ? t("notes.by", { by: note.by, at }) : at}
        {onCase && note.case === null && ` · ${t("notes.on-debtor")}`}
      </p>
      {!note.struck && note.note !== 0 && may && (manages || note.person === me?.person) && (
        <span className={css.strike}>
          <IconButton plain icon={IconX} label={t("notes.strike.of", { at })} onPress={strike} />
        </span>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </li>
  );
}
