import { useQueryClient } from "@tanstack/react-query";
import { useOrg } from "~/api/me";
import type { Debtor } from "~/api/types";
import { useT } from "~/text/texts";
import { Check, Choice, FormDialog, fieldRow, rules, TextField, useFields } from "~/ui/form";
import { useDone } from "~/ui/Toasts";
import { changeDebtor, type DebtorChange } from "../api/debtors";

const fields = rules.shape({
  name: rules.required("new.name.missing"),
  kind: rules.text(),
  street: rules.text(),
  postal_code: rules.text(),
  place: rules.text(),
  email: rules.text(),
  phone: rules.text(),
  never_electronic: rules.truth(),
});

const kinds = ["person", "company", "sole_trader", "public"] as const;

interface Props {
  one: Debtor;
  etag: string | undefined;
  onClose: () => void;
}

/** Name, address and ways to reach a debtor. The next letter carries what is changed; those that left keep theirs. */
export function ChangeDialog({ one, etag, onClose }: Props) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const queries = useQueryClient();
  const form = useFields(fields, {
    name: one.name,
    kind: one.kind ?? "",
    street: one.address.street ?? "",
    postal_code: one.address.postal_code ?? "",
    place: one.address.place ?? "",
    email: one.email ?? "",
    phone: one.phone ?? "",
    never_electronic: one.never_electronic ?? false,
  });
  const save = async () => {
    const typed = form.getValues();
    const touched = form.formState.dirtyFields;
    const change: DebtorChange = {};
    for (const name of ["name", "email", "phone", "never_electronic"] as const)
      if (touched[name]) change[name] = typed[name] as never;
    if (touched.kind) change.kind = typed.kind as NonNullable<DebtorChange["kind"]>;
    if (touched.street || touched.postal_code || touched.place)
      change.address = { ...one.address, street: typed.street, postal_code: typed.postal_code, place: typed.place };
    if (Object.keys(change).length) {
      await changeDebtor(org, one.debtor, change, etag);
      for (const name of ["debtor", "debtors", "case", "cases", "letters", "today", "ledger"])
        void queries.invalidateQueries({ queryKey: [name] });
      done({ text: t("common.saved") });
    }
    onClose();
  };
  return (
    <FormDialog
      title={t("debtor.change")}
      act={t("common.save")}
      onClose={onClose}
      form={form}
      onSave={save}
      fieldOf={(field) => field.replace(/^(debtor|address)\./, "") as never}
    >
      <p>{t("debtor.change.text")}</p>
      <TextField name="name" label={t("person.name")} required />
      <Choice
        name="kind"
        label={t("new.kind")}
        options={[
          ...(one.kind ? [] : [{ value: "", label: "–" }]),
          ...kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
        ]}
      />
      <TextField name="street" label={t("address.street")} />
      <div className={fieldRow}>
        <TextField name="postal_code" label={t("address.postal-code")} kind="code" />
        <TextField name="place" label={t("address.place")} />
      </div>
      <div className={fieldRow}>
        <TextField name="email" label={t("person.email")} kind="email" />
        <TextField name="phone" label={t("person.phone")} kind="tel" />
      </div>
      <Check name="never_electronic" label={t("debtor.never-electronic")} />
    </FormDialog>
  );
}
