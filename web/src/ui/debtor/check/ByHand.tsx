import { useDebtorMoved } from "~/api/debtor";
import { type CheckWish, keepCheck } from "~/api/debtorChecks";
import { useOrg } from "~/api/me";
import type { Debtor } from "~/api/types";
import { readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button } from "../../Button";
import { Choice, DayField, Form, Radios, rules, TextField, useFields } from "../../form";
import { useDone } from "../../Toasts";
import css from "./Check.module.css";
import { results } from "./words";

interface Props {
  one: Debtor;
  etag: string | undefined;
  /** Looked up among firms, unless another register is chosen. */
  firm: boolean;
  onClose: () => void;
}

const fields = rules.also(
  rules.shape({
    where: rules.text(),
    result: rules.required("check.result.missing"),
    on: rules.day("check.day.missing"),
    dead_on: rules.text(),
    note: rules.text(),
  }),
  ({ result, dead_on }) => ({
    dead_on: result === "dead" && readDay(dead_on, "2026-01-01") === undefined && "check.dead.missing",
  }),
);

/** What a person found in a register: where, what, and on which day. Who it was is known. */
export function ByHand({ one, etag, firm, onClose }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const done = useDone();
  const moved = useDebtorMoved();
  const form = useFields(fields, {
    where: firm ? "business" : "population",
    result: "",
    on: f.day(f.today),
    dead_on: "",
    note: "",
  });
  const result = form.watch("result");
  const save = async () => {
    const typed = form.getValues();
    const wish: CheckWish = {
      where: typed.where as CheckWish["where"],
      result: typed.result as CheckWish["result"],
      on: readDay(typed.on, f.today) ?? f.today,
    };
    const died = typed.result === "dead" && readDay(typed.dead_on, f.today);
    if (died) wish.dead_on = died;
    if (typed.note.trim()) wish.note = typed.note.trim();
    await keepCheck(org, one.debtor, wish, etag);
    await moved();
    done({ text: t("check.kept") });
    onClose();
  };
  return (
    <div className={css.box}>
      <Form
        form={form}
        onSave={save}
        ends={
          <>
            <Button onPress={onClose}>{t("common.cancel")}</Button>
            <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
              {t("check.keep")}
            </Button>
          </>
        }
      >
        <Choice
          name="where"
          label={t("check.where")}
          options={[
            { value: "population", label: t("check.where.population") },
            { value: "business", label: t("check.where.business") },
          ]}
        />
        <Radios
          name="result"
          label={t("check.result")}
          required
          options={results.map((value) => ({
            value,
            label: t(`check.result.${value}`),
            help: t(`check.then.${value}`),
          }))}
        />
        {result === "dead" && <DayField name="dead_on" label={t("check.dead")} required />}
        <DayField name="on" label={t("check.day")} required />
        <TextField name="note" label={t("check.note")} help={t("check.note.help")} />
      </Form>
    </div>
  );
}
