import { useCreditor } from "~/api/creditor";
import { changeDebtor, type DebtorChange, useDebtorMoved } from "~/api/debtor";
import { useOrg } from "~/api/me";
import type { Debtor } from "~/api/types";
import type { TextId } from "~/text/texts";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { Button } from "../Button";
import { Check, Choice, Form, fieldRow, rules, TextField, useFields } from "../form";
import { GroupField } from "./GroupField";
import type { Gap } from "./gaps";
import { isEither, relations } from "./relation";

const kinds = ["person", "company", "sole_trader", "public"] as const;

interface Props {
  one: Debtor;
  etag: string | undefined;
  /** Only these are asked for; without it everything may be changed. */
  only?: readonly Gap[];
  /** The verb on the button. */
  act: string;
  onDone: () => void;
  onCancel?: () => void;
}

/** Name, address and ways to reach a debtor. The next letter carries what is changed; those that left keep theirs. */
export function DebtorForm({ one, etag, only, act, onDone, onCancel }: Props) {
  const t = useT();
  const org = useOrg();
  const moved = useDebtorMoved();
  const courseName = useCourse();
  const courses = useCreditor().data?.value.courses ?? [];
  const asks = (gap: Gap) => !only || only.includes(gap);
  const must = (gap: Gap, fault: TextId) => (only?.includes(gap) ? rules.required(fault) : rules.text());
  const fields = rules.shape({
    name: asks("name") ? rules.required("new.name.missing") : rules.text(),
    kind: must("kind", "debtor.kind.missing"),
    relation: rules.text(),
    org_number: rules.text(),
    street: rules.text(),
    postal_code: must("address", "address.postal-code.missing"),
    place: must("address", "address.place.missing"),
    email: rules.optionalEmail(),
    phone: rules.optionalPhone(),
    group: rules.text(),
    never_electronic: rules.truth(),
    course: rules.text(),
  });
  const form = useFields(fields, {
    name: one.name,
    kind: one.kind ?? "",
    relation: one.relation,
    org_number: one.org_number ?? "",
    street: one.address.street ?? "",
    postal_code: one.address.postal_code ?? "",
    place: one.address.place ?? "",
    email: one.email ?? "",
    phone: one.phone ?? "",
    group: one.group ?? "",
    never_electronic: one.never_electronic ?? false,
    course: one.course ?? "",
  });
  const save = async () => {
    const typed = form.getValues();
    const touched = form.formState.dirtyFields;
    const change: DebtorChange = {};
    for (const name of ["name", "org_number", "email", "phone", "never_electronic", "course"] as const)
      if (touched[name]) change[name] = typed[name] as never;
    if (touched.group) change.group = typed.group.trim();
    if (touched.kind) change.kind = typed.kind as NonNullable<DebtorChange["kind"]>;
    if (touched.relation && isEither(typed.kind))
      change.relation = typed.relation as NonNullable<DebtorChange["relation"]>;
    if (touched.street || touched.postal_code || touched.place)
      change.address = { ...one.address, street: typed.street, postal_code: typed.postal_code, place: typed.place };
    if (Object.keys(change).length) {
      await changeDebtor(org, one.debtor, change, etag);
      await moved();
    }
    onDone();
  };
  const kind = form.watch("kind");
  return (
    <Form
      form={form}
      onSave={save}
      fieldOf={(field) => field.replace(/^(debtor|address)\./, "") as never}
      ends={
        <>
          {onCancel && <Button onPress={onCancel}>{t("common.cancel")}</Button>}
          <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
            {act}
          </Button>
        </>
      }
    >
      {!only && <p>{t("debtor.change.text")}</p>}
      {asks("name") && <TextField name="name" label={t("person.name")} required />}
      {asks("kind") && (
        <Choice
          name="kind"
          label={t("new.kind")}
          options={[
            ...(one.kind ? [] : [{ value: "", label: t("kind.unknown") }]),
            ...kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
        />
      )}
      {!only && isEither(kind) && (
        <Choice
          name="relation"
          label={t("new.relation")}
          options={relations.map((value) => ({ value, label: t(`relation.${value}`) }))}
        />
      )}
      {asks("kind") && kind !== "" && kind !== "person" && (
        <TextField name="org_number" label={t("creditor.org")} kind="code" />
      )}
      {asks("address") && (
        <>
          <TextField name="street" label={t("address.street")} />
          <div className={fieldRow}>
            <TextField name="postal_code" label={t("address.postal-code")} kind="code" required={Boolean(only)} />
            <TextField name="place" label={t("address.place")} required={Boolean(only)} />
          </div>
        </>
      )}
      {!only && (
        <>
          <div className={fieldRow}>
            <TextField name="email" label={t("person.email")} kind="email" />
            <TextField name="phone" label={t("person.phone")} kind="tel" />
          </div>
          <GroupField />
          <Choice
            name="course"
            label={t("debtor.course")}
            options={[
              { value: "", label: t("debtor.course.usual") },
              ...courses.map((value) => ({ value, label: courseName(value) })),
            ]}
          />
          <Check name="never_electronic" label={t("debtor.never-electronic")} />
        </>
      )}
    </Form>
  );
}
