import { useFieldArray, useWatch } from "react-hook-form";
import { useDebtor } from "~/api/debtor";
import { useOrg } from "~/api/me";
import type { Creditor } from "~/api/types";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { Button } from "~/ui/Button";
import { AmountField, Choice, DayField, fieldGroup, fieldRow, TextField } from "~/ui/form";
import { IconButton } from "~/ui/IconButton";
import { IconPlus, IconX } from "~/ui/icons";
import { coursesFor, type Typed } from "./fields";
import css from "./More.module.css";

const steps = ["nudge", "reminder", "notice", "demand"] as const;
const words = {
  nudge: "letter.friendly",
  reminder: "letter.reminder",
  notice: "letter.notice",
  demand: "letter.demand",
} as const;

/** What may wait: the invoice's day, KID and content, the course, and letters that were sent before. */
export function More({ creditor }: { creditor: Creditor | undefined }) {
  const t = useT();
  const [who, debtor, fresh, relation] = useWatch<Typed, ["who", "debtor", "kind", "relation"]>({
    name: ["who", "debtor", "kind", "relation"],
  });
  const known = useDebtor(useOrg(), who === "known" && debtor ? Number(debtor) : undefined).data?.value;
  const courses =
    who === "known" ? coursesFor(known?.kind, known?.relation, creditor) : coursesFor(fresh, relation, creditor);
  const name = useCourse();
  const { fields, append, remove } = useFieldArray<Typed, "earlier">({ name: "earlier" });
  return (
    <>
      <fieldset className={fieldGroup}>
        <legend>{t("new.more")}</legend>
        <div className={fieldRow}>
          <DayField name="invoiced" label={t("new.invoiced")} />
          <TextField name="kid" label="KID" kind="code" help={t("new.kid.help")} />
        </div>
        <TextField name="what" label={t("new.what")} help={t("new.what.help")} />
        <div className={fieldRow}>
          <TextField name="department" label={t("item.department")} help={t("new.department.help")} />
          <TextField name="project" label={t("item.project")} />
        </div>
        <Choice
          name="course"
          label={t("start.course")}
          options={[
            { value: "", label: t("start.course.usual") },
            ...courses.map((course) => ({ value: course, label: name(course) })),
          ]}
        />
        <div className={fieldRow}>
          <TextField name="rest" label={t("criteria.rest")} help={t("criteria.start.help")} kind="amount" suffix="%" />
          <AmountField name="close" label={t("criteria.close")} help={t("criteria.start.help")} />
        </div>
      </fieldset>
      <fieldset className={fieldGroup}>
        <legend>{t("new.earlier")}</legend>
        <p className={css.help}>{t("new.earlier.help")}</p>
        {fields.map((field, n) => (
          <div key={field.id} className={css.letter}>
            <Choice
              name={`earlier.${n}.step`}
              label={t("new.earlier.step", { n: n + 1 })}
              options={steps.map((value) => ({ value, label: t(words[value]) }))}
            />
            <DayField name={`earlier.${n}.sent`} label={t("new.earlier.sent", { n: n + 1 })} required />
            <DayField name={`earlier.${n}.deadline`} label={t("new.earlier.deadline", { n: n + 1 })} />
            <AmountField name={`earlier.${n}.fee`} label={t("new.earlier.fee", { n: n + 1 })} />
            <IconButton icon={IconX} plain label={t("new.earlier.remove", { n: n + 1 })} onPress={() => remove(n)} />
          </div>
        ))}
        <div>
          <Button icon={IconPlus} onPress={() => append({ step: "reminder", sent: "", deadline: "", fee: "" })}>
            {t("new.earlier.add")}
          </Button>
        </div>
      </fieldset>
    </>
  );
}
