import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";
import { Form, TextField, useFields } from "~/ui/form";
import type { Shape } from "~/ui/form/rules";
import { invite, peopleKey } from "../api/people";
import { LinkBox } from "./LinkBox";
import { RightsFields, type RightsTyped, reachOf } from "./RightsFields";

type Typed = RightsTyped & { email: string };

const fields: Shape<Typed> = ({ email }) =>
  email.trim() ? {} : { email: { type: "form", message: "person.email.missing" } };

/** Invites somebody: address, role and creditors; then the one-time link, shown this once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const [link, setLink] = useState<string>();
  const form = useFields<Typed>(fields, { email: "", role: "handler", all: true, only: {} });
  const save = async (typed: Typed) => {
    const made = await invite({ email: typed.email.trim(), role: typed.role, creditors: reachOf(typed) });
    setLink(made.link);
    await queries.invalidateQueries({ queryKey: peopleKey });
  };
  return (
    <Dialog title={t("people.invite")} open onClose={onClose}>
      {link ? (
        <>
          <LinkBox link={link} text={t("people.invite.link")} />
          <Ends>
            <Button kind="primary" onPress={onClose}>
              {t("common.close")}
            </Button>
          </Ends>
        </>
      ) : (
        <Form
          form={form}
          marks
          onSave={save}
          ends={
            <>
              <Button onPress={onClose}>{t("common.cancel")}</Button>
              <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
                {t("people.invite")}
              </Button>
            </>
          }
        >
          <TextField name="email" label={t("person.email")} kind="email" required />
          <RightsFields />
        </Form>
      )}
    </Dialog>
  );
}
