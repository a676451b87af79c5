import { Modal } from "@mantine/core";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { useT } from "~/text/texts";
import { IconSearch } from "~/ui/icons";
import css from "./Palette.module.css";
import { useEntries } from "./useEntries";

interface Props {
  only: "all" | "creditors";
  /** Takes what was typed before the field was here. */
  early: () => string;
  onClose: () => void;
}

/** One key to everywhere: places, acts, cases, debtors and creditors in one list that the arrows walk. */
export default function Palette({ only, early, onClose }: Props) {
  const t = useT();
  const go = useNavigate();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { groups, busy } = useEntries(text, only);
  // Enter was pressed before what was typed had been found.
  const [due, setDue] = useState(false);
  const all = groups.flatMap((group) => group.entries);
  const here = Math.min(at, Math.max(0, all.length - 1));
  const open = (to: string) => {
    onClose();
    go(to);
  };
  const heard = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      const next = (here + by + all.length) % Math.max(1, all.length);
      setAt(next);
      document.getElementById(`palette-${next}`)?.scrollIntoView({ block: "nearest" });
    }
    if (event.key !== "Enter") return;
    const found = all[here];
    if (busy) setDue(true);
    else if (found) open(found.to);
  };
  const first = all[0]?.to;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it leads on once, when the answer is there.
  useEffect(() => {
    if (!due || busy) return;
    setDue(false);
    if (first) open(first);
  }, [due, busy, first]);
  let n = -1;
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={560}
      yOffset="12vh"
      lockScroll={false}
      returnFocus
      classNames={{ content: css.content }}
    >
      <Modal.Overlay className={css.overlay} />
      <Modal.Content aria-label={t("palette.title")}>
        <div className={css.search}>
          <IconSearch size={17} stroke={1.7} aria-hidden />
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant={all.length ? `palette-${here}` : undefined}
            aria-label={t("palette.title")}
            placeholder={t(only === "creditors" ? "palette.creditor" : "bar.search")}
            value={text}
            data-autofocus
            autoComplete="off"
            onFocus={() => {
              const typed = early();
              if (typed) setText((text) => text + typed);
            }}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setAt(0);
              setDue(false);
            }}
            onKeyDown={heard}
          />
        </div>
        <div id="palette-list" role="listbox" aria-label={t("palette.title")} className={css.list}>
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox.
            <div key={group.head} role="group" aria-label={group.head}>
              <div className={css.head} aria-hidden="true">
                {group.head}
              </div>
              {group.entries.map(({ id, text: word, note, icon: Icon, to }) => {
                n += 1;
                const mine = n;
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the field, which has the focus.
                  // biome-ignore lint/a11y/useFocusableInteractive: the option is active by aria-activedescendant.
                  <div
                    key={id}
                    id={`palette-${mine}`}
                    role="option"
                    aria-selected={mine === here}
                    className={css.option}
                    onMouseMove={() => setAt(mine)}
                    onClick={() => open(to)}
                  >
                    <Icon size={17} stroke={1.6} aria-hidden />
                    <span>{word}</span>
                    {note && <small>{note}</small>}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        {all.length === 0 && <p className={css.none}>{t("palette.nothing")}</p>}
        <p className="ear-only" role="status">
          {t("palette.count", { n: all.length })}
        </p>
      </Modal.Content>
    </Modal.Root>
  );
}
