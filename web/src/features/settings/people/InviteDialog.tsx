import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useT } from "~/text/texts";
import { TextField, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
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
    <FormDialog
      title={t("people.invite")}
      act={t("people.invite")}
      onClose={onClose}
      form={form}
      marks
      onSave={save}
      instead={
        link && (
          <>
            {" "}
            <LinkBox link={link} text={t("people.invite.link")} />
          </>
        )
      }
    >
      <TextField name="email" label={t("person.email")} kind="email" required />
      <RightsFields />
    </FormDialog>
  );
}
