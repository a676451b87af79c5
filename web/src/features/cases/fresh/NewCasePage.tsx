import { lazy, Suspense, useState } from "react";
import { useWatch } from "react-hook-form";
import { useNavigate } from "react-router";
import { useCasesMoved } from "~/api/acts";
import { useCreditor } from "~/api/creditor";
import { useIntent } from "~/api/key";
import { useOrg } from "~/api/me";
import { Problem } from "~/api/problem";
import type { StartResult } from "~/api/types";
import { useF } from "~/text/format";
import { useT, withWords } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { AmountField, DayField, Form, fieldGroup, fieldRow, Radios, TextField, useFields } from "~/ui/form";
import { Page } from "~/ui/Page";
import { useDone } from "~/ui/Toasts";
import { newCase } from "../api/newCase";
import { FreshDebtor, KnownDebtor } from "./Debtor";
import { empty, fields, type Typed, wishOf } from "./fields";

const known = Object.keys(empty);

const More = lazy(async () => ({ default: (await import("./More")).More }));

const Warned = lazy(withWords(async () => (await import("./Warned")).Warned));

/** A case from three facts: invoice number, due day and amount; everything else may wait. */
export function NewCasePage() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const go = useNavigate();
  const done = useDone();
  const moved = useCasesMoved();
  const key = useIntent();
  const creditor = useCreditor().data?.value;
  const [more, setMore] = useState(false);
  const form = useFields<Typed>(fields, empty);
  const [warned, setWarned] = useState<StartResult["rows"][number]>();
  const who = useWatch({ control: form.control, name: "who" });
  const save = async (typed: Typed) => {
    const wish = wishOf(typed, f.today);
    const result = await newCase(org, wish, key(wish));
    const row = result.rows[0];
    await moved();
    if (!row || row.case === 0)
      throw new Problem({
        type: "about:blank",
        title: "",
        status: 422,
        code: row?.reason?.code ?? "start.unknown",
        detail: row?.reason?.detail ?? "",
        remedy: row?.reason?.remedy ?? "",
      });
    if (row.warning) return setWarned(row);
    done({ text: t(row.joined ? "new.joined" : "new.done", { case: String(row.case) }) });
    go(`/${org}/saker/${row.case}`);
  };
  if (warned)
    return (
      <Page title={t("cases.new")} up={{ to: `/${org}/saker`, text: t("cases.title") }} narrow>
        <Suspense fallback={null}>
          <Warned row={warned} />
        </Suspense>
      </Page>
    );
  return (
    <Page title={t("cases.new")} up={{ to: `/${org}/saker`, text: t("cases.title") }} narrow>
      <Form
        form={form}
        marks
        onSave={save}
        fieldOf={(field) => {
          const last = field.split(/[./]/).pop() ?? "";
          return known.includes(last) ? (last as keyof Typed) : undefined;
        }}
        ends={
          <>
            <ButtonLink to={`/${org}/saker`}>{t("common.cancel")}</ButtonLink>
            <Button kind="primary" type="submit" busy={form.formState.isSubmitting}>
              {t("new.act")}
            </Button>
          </>
        }
      >
        <fieldset className={fieldGroup}>
          <legend>{t("new.facts")}</legend>
          <div className={fieldRow}>
            <TextField name="invoice" label={t("new.invoice")} required autoFocus />
            <DayField name="due" label={t("new.due")} required />
            <AmountField name="amount" label={t("new.amount")} required />
          </div>
        </fieldset>
        <fieldset className={fieldGroup}>
          <legend>{t("cases.debtor")}</legend>
          <Radios
            name="who"
            label={t("new.who")}
            options={[
              { value: "known", label: t("new.who.known") },
              { value: "new", label: t("new.who.new") },
            ]}
          />
          {who === "new" ? <FreshDebtor /> : <KnownDebtor />}
        </fieldset>
        {more ? (
          <Suspense fallback={null}>
            <More creditor={creditor} />
          </Suspense>
        ) : (
          <div>
            <Button kind="text" onPress={() => setMore(true)}>
              {t("new.more")}
            </Button>
          </div>
        )}
      </Form>
    </Page>
  );
}
