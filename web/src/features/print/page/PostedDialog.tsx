import { useState } from "react";
import { useOrg } from "~/api/me";
import { readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { DayField, rules } from "~/ui/form";
import { OneFieldDialog } from "~/ui/form/OneFieldDialog";
import { useDone } from "~/ui/Toasts";
import { type Posted, tellPosted, useLettersMoved } from "../api/letters";
import css from "./Print.module.css";
import { Refusals } from "./Refusals";

/** Says that the printed letters have left, and on which day: every deadline runs from it, so it is asked. */
export function PostedDialog({ count, onClose }: { count: number; onClose: () => void }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const moved = useLettersMoved();
  const [refused, setRefused] = useState<Posted["refused"]>();
  const save = async (on: string) => {
    const result = await tellPosted(org, readDay(on, f.today));
    await moved();
    done({ text: t("print.posted.done", { n: result.count }) });
    if (result.refused.length) setRefused(result.refused);
    else onClose();
  };
  return (
    <OneFieldDialog
      title={t("print.posted.title", { n: count })}
      lead={t("print.posted.text")}
      act={t("print.posted.act")}
      rule={rules.day("fault.day")}
      first={f.day(f.today)}
      onSave={save}
      onClose={onClose}
      instead={
        refused && (
          <>
            <p>{t("print.posted.refused", { n: refused.length })}</p>
            <ul className={css.refused}>
              {refused.map((row) => (
                <li key={`${row.case}-${row.letter}`}>
                  <b>{row.name}</b> <Refusals of={row.reasons} />
                </li>
              ))}
            </ul>
          </>
        )
      }
    >
      <DayField name="value" label={t("print.posted.on")} required />
    </OneFieldDialog>
  );
}
