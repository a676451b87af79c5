import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCreditor } from "~/api/creditor";
import { useIntent } from "~/api/key";
import { useOrg } from "~/api/me";
import type { LedgerRow, StartResult } from "~/api/types";
import { readCriteria } from "~/format/criteria";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { AmountField, Choice, rules, TextField, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { type StartWish, startCases } from "../api/ledger";
import { Gaps } from "./Gaps";
import css from "./Ledger.module.css";
import { Started } from "./Started";

interface Props {
  wish: StartWish;
  count: number;
  sum: string;
  /** The picked rows, when they were picked one by one. */
  rows: LedgerRow[];
  onClose: () => void;
  onDone: () => void;
}

const fields = rules.shape({
  course: rules.text(),
  rest: rules.text(),
  close: rules.optionalAmount("fault.amount"),
});

/** Shows what a start means, starts, and tells of each row what came of it. */
export function StartDialog({ wish, count, sum, rows, onClose, onDone }: Props) {
  const t = useT();
  const name = useCourse();
  const f = useF();
  const org = useOrg();
  const queries = useQueryClient();
  const creditor = useCreditor().data?.value;
  const key = useIntent();
  const form = useFields(fields, { course: "", rest: "", close: "" });
  const [result, setResult] = useState<StartResult>();
  const moved = () =>
    Promise.all(
      ["ledger", "cases", "case-sums", "today", "creditor", "letters"].map((one) =>
        queries.invalidateQueries({ queryKey: [one] }),
      ),
    );
  /** What is chosen for these cases alone. */
  const chosen = (): Pick<StartWish, "course" | "criteria"> => {
    const { course, rest, close } = form.getValues();
    return { ...(course ? { course } : {}), ...readCriteria(rest, close) };
  };
  const save = async () => {
    const body = { ...wish, ...chosen() };
    setResult(await startCases(org, body, key(body)));
    await moved();
  };
  const close = () => {
    if (result) onDone();
    onClose();
  };
  const again = async (invoice: string) => {
    const body = { ...(result ? { invoices: [invoice] } : wish), ...chosen() };
    const more = await startCases(org, body, key(body));
    setResult(
      (now) =>
        now && {
          started: now.started + more.started,
          rows: now.rows.map((row) => more.rows.find((one) => one.invoice === row.invoice) ?? row),
        },
    );
    await moved();
  };
  return (
    <FormDialog
      title={result ? t("start.done", { n: result.started }) : t("start.title", { n: count })}
      form={form}
      act={t("ledger.start")}
      onSave={save}
      onClose={close}
      wide
      before={<Gaps rows={rows} />}
      instead={result && <Started result={result} onAgain={again} />}
    >
      <p className={css.lead}>{t("start.text", { n: count, sum: f.money(sum) })}</p>
      <p className={css.lead}>{t("start.criteria")}</p>
      <Choice
        name="course"
        label={t("start.course")}
        help={
          creditor &&
          t("start.course.help", { person: name(creditor.course_person), business: name(creditor.course_business) })
        }
        options={[
          { value: "", label: t("start.course.usual") },
          ...(creditor?.courses ?? []).map((course) => ({ value: course, label: name(course) })),
        ]}
      />
      <details className={css.own}>
        <summary>{t("criteria.start")}</summary>
        <div className={css.ownFields}>
          <TextField name="rest" label={t("criteria.rest")} help={t("criteria.start.help")} kind="amount" suffix="%" />
          <AmountField name="close" label={t("criteria.close")} help={t("criteria.start.help")} />
        </div>
      </details>
    </FormDialog>
  );
}
