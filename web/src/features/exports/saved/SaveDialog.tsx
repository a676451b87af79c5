import { useT } from "~/text/texts";
import { Choice, Radios, rules, TextField, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { type CaseExport, changeExport, type Saved, saveExport } from "../api/exports";
import { everies, type Planned, plannedOf, scheduleOf } from "./schedule";

interface Props {
  ask: CaseExport;
  /** What it asks, in words. */
  says: string;
  /** What it is called when nobody says. */
  name: string;
  /** The export that is changed, else it is a new one. */
  saved?: Saved;
  onDone: (saved: Saved) => Promise<void>;
  onClose: () => void;
}

type Typed = { name: string } & Planned;

const fields = rules.shape({
  name: rules.required("exports.fault.title"),
  every: rules.text(),
  weekday: rules.text(),
  day: rules.text(),
}) as unknown as rules.Shape<Typed>;

/** An export gets a name, and perhaps days on which it is made by itself. */
export default function SaveDialog({ ask, says, name, saved, onDone, onClose }: Props) {
  const t = useT();
  const form = useFields<Typed>(fields, { name: saved?.name ?? name.slice(0, 60), ...plannedOf(saved?.schedule) });
  const every = form.watch("every");
  const save = async ({ name: typed, ...planned }: Typed) => {
    const wish = { name: typed.trim(), ask, schedule: scheduleOf(planned) };
    await onDone(saved ? await changeExport(saved, wish) : await saveExport(wish));
    onClose();
  };
  const fieldOf = (field: string) => (field === "name" ? "name" : field === "schedule.on" ? onOf[every] : undefined);
  return (
    <FormDialog
      title={saved ? t("exports.save.changes.title", { name: saved.name }) : t("exports.save.title")}
      act={saved ? t("exports.save.act.changes") : t("exports.save.act")}
      form={form}
      fieldOf={fieldOf}
      onSave={save}
      onClose={onClose}
    >
      <p>{says}</p>
      <TextField name="name" label={t("exports.save.name")} required autoFocus />
      <Radios
        name="every"
        label={t("exports.save.every")}
        options={everies.map((value) => ({ value, label: t(`exports.save.every.${value}`) }))}
      />
      {every === "week" && (
        <Choice
          name="weekday"
          label={t("exports.save.weekday")}
          options={weekdays.map((day) => ({ value: String(day), label: t(`exports.weekday.${day}`) }))}
        />
      )}
      {every === "month" && (
        <Choice
          name="day"
          label={t("exports.save.day")}
          help={t("exports.save.day.help")}
          options={Array.from({ length: 31 }, (_, n) => ({
            value: String(n + 1),
            label: n === 30 ? t("exports.save.day.last") : t("exports.save.day.n", { day: String(n + 1) }),
          }))}
        />
      )}
      {every !== "never" && <p>{t("exports.save.text")}</p>}
    </FormDialog>
  );
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const onOf = { never: undefined, day: undefined, week: "weekday", month: "day" } as const;
