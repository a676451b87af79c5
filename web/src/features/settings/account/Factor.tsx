import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { meQuery } from "~/api/me";
import type { Me } from "~/api/types";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Form, rules, TextField, useFields } from "~/ui/form";
import { Tag } from "~/ui/Tag";
import { useDone } from "~/ui/Toasts";
import { endFactor } from "../api/account";
import css from "../page/Settings.module.css";

const fields = rules.shape({ password: rules.required("login.password.missing") });

const FactorDialog = lazy(async () => ({ default: (await import("./FactorDialog")).FactorDialog }));

/** The second factor: on or off, how many recovery codes are left, and turning it. */
export function Factor({ me }: { me: Me }) {
  const t = useT();
  const done = useDone();
  const queries = useQueryClient();
  const [open, setOpen] = useState<"on" | "off">();
  const form = useFields(fields, { password: "" });
  const again = () => queries.fetchQuery({ ...meQuery, staleTime: 0 });
  return (
    <section className={css.section}>
      <div className={css.head}>
        <h2>{t("account.factor")}</h2>
        <Tag tone={me.second_factor ? "good" : "wait"}>
          {t(me.second_factor ? "account.factor.on" : "account.factor.off")}
        </Tag>
      </div>
      <p className={css.lead}>
        {me.second_factor ? t("account.factor.left", { n: me.recovery_codes }) : t("account.factor.text")}
      </p>
      <div>
        <Button onPress={() => setOpen(me.second_factor ? "off" : "on")}>
          {t(me.second_factor ? "account.factor.turn-off" : "account.factor.turn-on")}
        </Button>
      </div>
      <Suspense fallback={null}>
        {open === "on" && <FactorDialog onClose={() => setOpen(undefined)} onDone={again} />}
      </Suspense>
      <Dialog title={t("account.factor.turn-off")} open={open === "off"} onClose={() => setOpen(undefined)}>
        <Form
          form={form}
          onSave={async ({ password }) => {
            await endFactor(password);
            await again();
            done({ text: t("account.factor.ended") });
            form.reset();
            setOpen(undefined);
          }}
          ends={
            <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
              {t("account.factor.turn-off")}
            </Button>
          }
        >
          <TextField name="password" label={t("account.password.now")} kind="password" autoFocus />
        </Form>
      </Dialog>
    </section>
  );
}
