import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCreditor } from "~/api/creditor";
import { useIntent } from "~/api/key";
import { useOrg } from "~/api/me";
import type { StartResult } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Choice, Form, rules, useFields } from "~/ui/form";
import { type StartWish, startCases } from "../api/ledger";
import css from "./Ledger.module.css";
import { Started } from "./Started";

interface Props {
  wish: StartWish;
  count: number;
  sum: string;
  onClose: () => void;
  onDone: () => void;
}

const fields = rules.shape({ course: rules.text() });

/** Shows what a start means, starts, and tells of each row what came of it. */
export function StartDialog({ wish, count, sum, onClose, onDone }: Props) {
  const t = useT();
  const name = useCourse();
  const f = useF();
  const org = useOrg();
  const queries = useQueryClient();
  const creditor = useCreditor().data?.value;
  const key = useIntent();
  const form = useFields(fields, { course: "" });
  const [result, setResult] = useState<StartResult>();
  const save = async ({ course }: { course: string }) => {
    const body = course ? { ...wish, course } : wish;
    setResult(await startCases(org, body, key(body)));
    for (const name of ["ledger", "cases", "case-sums", "today", "creditor", "letters"])
      queries.invalidateQueries({ queryKey: [name] });
  };
  const close = () => {
    if (result) onDone();
    onClose();
  };
  return (
    <Dialog
      title={result ? t("start.done", { n: result.started }) : t("start.title", { n: count })}
      open
      onClose={close}
      wide
    >
      {result ? (
        <Started result={result} onClose={close} />
      ) : (
        <Form
          form={form}
          onSave={save}
          ends={
            <>
              <Button onPress={onClose}>{t("common.cancel")}</Button>
              <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
                {t("ledger.start")}
              </Button>
            </>
          }
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
        </Form>
      )}
    </Dialog>
  );
}
