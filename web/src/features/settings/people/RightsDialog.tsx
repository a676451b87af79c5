import { useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { Person } from "~/api/types";
import { useT } from "~/text/texts";
import { FormDialog } from "~/ui/form/FormDialog";
import { useDone } from "~/ui/Toasts";
import { changePerson, peopleKey } from "../api/people";
import { RightsFields, type RightsTyped, reachOf } from "./RightsFields";

/** Another role, or other creditors. */
export function RightsDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useT();
  const done = useDone();
  const queries = useQueryClient();
  const form = useForm<RightsTyped>({
    defaultValues: {
      role: person.role,
      all: person.creditors === null,
      only: Object.fromEntries((person.creditors ?? []).map((org) => [`c${org}`, true])),
    },
  });
  const save = async (typed: RightsTyped) => {
    await changePerson(person, { role: typed.role, creditors: reachOf(typed) });
    await queries.invalidateQueries({ queryKey: peopleKey });
    done({ text: t("common.saved") });
    onClose();
  };
  return (
    <FormDialog
      title={t("people.rights.title", { name: person.name })}
      act={t("common.save")}
      onClose={onClose}
      form={form}
      onSave={save}
    >
      <RightsFields />
    </FormDialog>
  );
}
