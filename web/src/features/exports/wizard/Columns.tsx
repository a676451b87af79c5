import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { useController } from "react-hook-form";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Checks } from "~/ui/Checks";
import { BareCheck } from "~/ui/form/Bare";
import { useFault } from "~/ui/form/useFault";
import { IconArrowDown, IconArrowUp } from "~/ui/icons";
import type { ExportColumn } from "../api/exports";
import css from "../page/Export.module.css";
import { asAll, moved, ticked } from "../wish";

const groups = ["case", "debtor", "invoices", "charged", "paid", "open", "dates"] as const;

/** Which columns, and in which order; folded it says what they are. */
export function Columns({ all }: { all: ExportColumn[] }) {
  const t = useT();
  const fault = useFault();
  const { field, fieldState } = useController({ name: "columns" });
  const [open, setOpen] = useState(false);
  const ids = all.map((one) => one.id);
  const picked: string[] = field.value ?? ids;
  const pick = (columns: string[]) => field.onChange(asAll(columns, ids));
  const message = fault(fieldState.error?.message);
  const heads = new Map(all.map((one) => [one.id, one.head]));
  const some = picked.length < all.length;
  return (
    <div className={css.choices}>
      <div className={css.picked}>
        <p>
          <b>
            {some
              ? t("exports.says.columns", { n: picked.length, all: all.length })
              : t("exports.says.columns.all", { all: all.length })}
          </b>
          {some && !open && picked.length > 0 && `: ${picked.map((id) => heads.get(id)).join(", ")}`}
        </p>
        <Button ref={field.ref} onPress={() => setOpen(!open)} pressed={open}>
          {t("exports.columns.choose")}
        </Button>
        {field.value !== null && (
          <Button kind="text" onPress={() => field.onChange(null)}>
            {t("exports.columns.usual")}
          </Button>
        )}
      </div>
      {message && <p className={css.fault}>{message}</p>}
      {open && (
        <div className={css.picker}>
          <div className={css.groups}>
            <div className={css.all}>
              <BareCheck
                label={t("exports.columns.all")}
                on={!some}
                some={some && picked.length > 0}
                onTurn={(on) => pick(ticked(picked, ids, on))}
              />
            </div>
            {groups.map((group) => {
              const here = all.filter((one) => one.group === group);
              const on = here.filter((one) => picked.includes(one.id));
              const name = t(`exports.group.${group}`);
              if (here.length === 0) return null;
              return (
                <div key={group} className={css.group}>
                  <BareCheck
                    label={name}
                    on={on.length === here.length}
                    some={on.length > 0 && on.length < here.length}
                    onTurn={(turn) =>
                      pick(
                        ticked(
                          picked,
                          here.map((one) => one.id),
                          turn,
                        ),
                      )
                    }
                  />
                  <Checks
                    label={name}
                    options={here.map(({ id, head }) => ({ value: id, label: head }))}
                    picked={on.map((one) => one.id)}
                    onPick={(now) => {
                      const changed = here.find((one) => now.includes(one.id) !== picked.includes(one.id));
                      if (changed) pick(ticked(picked, [changed.id], now.includes(changed.id)));
                    }}
                  />
                </div>
              );
            })}
          </div>
          <Order picked={picked} nameOf={(id) => heads.get(id) ?? id} onOrder={pick} />
        </div>
      )}
    </div>
  );
}

interface OrderProps {
  picked: string[];
  nameOf: (id: string) => string;
  onOrder: (columns: string[]) => void;
}

/** The columns as they will stand: arrows go through them, and with Alt the column goes along. */
function Order({ picked, nameOf, onOrder }: OrderProps) {
  const t = useT();
  const list = useRef<HTMLOListElement>(null);
  const [here, setHere] = useState<string>();
  const [said, setSaid] = useState("");
  const focus = useRef<string>(undefined);
  const at = here && picked.includes(here) ? here : picked[0];
  const to = (id: string | undefined) => {
    if (id === undefined) return;
    setHere(id);
    list.current?.querySelector<HTMLElement>(`[data-column="${id}"]`)?.focus();
  };
  // A row that goes to another place loses the focus on its way.
  useLayoutEffect(() => {
    if (!focus.current) return;
    list.current?.querySelector<HTMLElement>(`[data-column="${focus.current}"]`)?.focus();
    focus.current = undefined;
  });
  const move = (id: string, way: -1 | 1) => {
    const next = moved(picked, id, way);
    const place = next.indexOf(id);
    if (place === picked.indexOf(id)) return;
    focus.current = id;
    setHere(id);
    setSaid(t("exports.columns.now", { name: nameOf(id), n: place + 1, of: next.length }));
    onOrder(next);
  };
  const keys = (id: string) => (event: KeyboardEvent) => {
    const way = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : undefined;
    const end = event.key === "Home" ? picked[0] : event.key === "End" ? picked.at(-1) : undefined;
    if (way === undefined && end === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (way === undefined) to(end);
    else if (event.altKey) move(id, way);
    else to(picked[picked.indexOf(id) + way]);
  };
  return (
    <div className={css.order}>
      <h3>{t("exports.columns.order")}</h3>
      <p className={css.help}>{t("exports.columns.keys")}</p>
      <p className="ear-only" role="status">
        {said}
      </p>
      {picked.length > 0 && (
        <ol ref={list} aria-label={t("exports.columns.order")}>
          {picked.map((id, n) => {
            const name = nameOf(id);
            return (
              <li key={id}>
                <span className={`${css.place} numbers`}>{n + 1}</span>
                <button
                  type="button"
                  className={css.column}
                  data-column={id}
                  title={name}
                  tabIndex={id === at ? 0 : -1}
                  aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                  onFocus={() => setHere(id)}
                  onKeyDown={keys(id)}
                >
                  {name}
                </button>
                {n > 0 ? (
                  <button
                    type="button"
                    className={css.move}
                    tabIndex={-1}
                    aria-label={t("exports.columns.up", { name })}
                    onClick={() => move(id, -1)}
                  >
                    <IconArrowUp size={15} stroke={1.7} aria-hidden />
                  </button>
                ) : (
                  <span />
                )}
                {n < picked.length - 1 && (
                  <button
                    type="button"
                    className={css.move}
                    tabIndex={-1}
                    aria-label={t("exports.columns.down", { name })}
                    onClick={() => move(id, 1)}
                  >
                    <IconArrowDown size={15} stroke={1.7} aria-hidden />
                  </button>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}
