import { useState } from "react";
import { useOrg } from "~/api/me";
import { readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";
import { DayField, Form, rules, useFields } from "~/ui/form";
import { useDone } from "~/ui/Toasts";
import { type Posted, tellPosted, useLettersMoved } from "../api/letters";
import css from "./Print.module.css";

const fields = rules.shape({ on: rules.day("fault.day") });

/** Says that the printed letters have left, and on which day: every deadline runs from it, so it is asked. */
export function PostedDialog({ count, onClose }: { count: number; onClose: () => void }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const told = useTold();
  const done = useDone();
  const moved = useLettersMoved();
  const form = useFields(fields, { on: f.day(f.today) });
  const [refused, setRefused] = useState<Posted["refused"]>();
  const save = async ({ on }: { on: string }) => {
    const result = await tellPosted(org, readDay(on, f.today));
    await moved();
    done({ text: t("print.posted.done", { n: result.count }) });
    if (result.refused.length) setRefused(result.refused);
    else onClose();
  };
  return (
    <Dialog title={t("print.posted.title", { n: count })} open onClose={onClose}>
      {refused ? (
        <>
          <p>{t("print.posted.refused", { n: refused.length })}</p>
          <ul className={css.refused}>
            {refused.map((row) => (
              <li key={`${row.case}-${row.letter}`}>
                <b>{row.name}</b> {row.reasons?.map((one) => told(one).what).join(" ")}
              </li>
            ))}
          </ul>
          <Ends>
            <Button kind="primary" onPress={onClose}>
              {t("common.close")}
            </Button>
          </Ends>
        </>
      ) : (
        <Form
          form={form}
          onSave={save}
          ends={
            <>
              <Button onPress={onClose}>{t("common.cancel")}</Button>
              <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
                {t("print.posted.act")}
              </Button>
            </>
          }
        >
          <p>{t("print.posted.text")}</p>
          <DayField name="on" label={t("print.posted.on")} required />
        </Form>
      )}
    </Dialog>
  );
}
