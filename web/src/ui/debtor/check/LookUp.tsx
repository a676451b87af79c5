import { useState } from "react";
import { useDebtorMoved } from "~/api/debtor";
import { lookUp, type RegisterCheck, takeOver } from "~/api/debtorChecks";
import { useOrg } from "~/api/me";
import type { Debtor } from "~/api/types";
import { useT } from "~/text/texts";
import { Button } from "../../Button";
import { Ends } from "../../Ends";
import { Form, rules, TextField, useFields } from "../../form";
import { ProblemNotice } from "../../Notice";
import { useDone } from "../../Toasts";
import { useTrying } from "../../useTrying";
import css from "./Check.module.css";
import { Compared } from "./Compared";

interface Props {
  one: Debtor;
  etag: string | undefined;
}

/** The register asked by the firm's number: ours and theirs beside each other, and theirs taken over by one press. */
export function LookUp({ one, etag }: Props) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const moved = useDebtorMoved();
  const using = useTrying();
  const [seen, setSeen] = useState<{ value: RegisterCheck; etag: string | undefined }>();
  const form = useFields(rules.shape({ org_number: rules.required("check.number.missing") }), {
    org_number: one.org_number ?? "",
  });
  const ask = async () => {
    setSeen(undefined);
    using.forget();
    setSeen(await lookUp(org, one.debtor, form.getValues("org_number").trim()));
  };
  const use = () =>
    using.run(async () => {
      if (!seen) return;
      await takeOver(org, one.debtor, seen.value.org_number, seen.etag ?? etag);
      await moved();
      setSeen(undefined);
      done({ text: t(seen.value.differences.length ? "check.used" : "check.same-kept") });
    });
  return (
    <>
      <Form
        form={form}
        onSave={ask}
        marks={false}
        ends={
          <Button type="submit" busy={form.formState.isSubmitting}>
            {t("check.look-up")}
          </Button>
        }
      >
        <TextField name="org_number" label={t("creditor.org")} help={t("check.number.help")} kind="code" />
      </Form>
      {seen && (
        <div className={css.seen} role="status">
          <Compared seen={seen.value} />
          <Ends>
            <Button onPress={() => setSeen(undefined)}>{t("check.leave")}</Button>
            <Button kind="primary" busy={using.busy} onPress={() => void use()}>
              {t(seen.value.differences.length ? "check.use" : "check.keep-same")}
            </Button>
          </Ends>
          {using.problem && <ProblemNotice problem={using.problem} />}
        </div>
      )}
    </>
  );
}
