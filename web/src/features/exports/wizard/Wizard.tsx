import { useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect, useId, useMemo, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useToldOnce } from "~/text/problems";
import { type TextId, useT } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { Form, Radios, TextField, useFields } from "~/ui/form";
import { IconBookmark, IconDownload } from "~/ui/icons";
import { useWords } from "~/ui/list";
import { Notice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { useDone } from "~/ui/Toasts";
import { dropExport, type ExportColumn, type Saved } from "../api/exports";
import css from "../page/Export.module.css";
import type { Frame } from "../page/ExportPage";
import { useSays } from "../says";
import {
  askOf,
  type FileForm,
  faultsOf,
  fieldOf,
  first,
  forms,
  knownOf,
  usualDate,
  type Wish,
  wishIn,
  wishOf,
  wordsOf,
} from "../wish";
import { Columns } from "./Columns";
import { When } from "./When";
import { Which } from "./Which";
import { Whose } from "./Whose";

const SaveDialog = lazy(() => import("../saved/SaveDialog"));

/** What follows the person from one export to the next. */
export interface Kept {
  columns?: string[] | null;
  form?: FileForm;
}
export const nothing: Kept = {};

interface Props {
  frame: Frame;
  columns: ExportColumn[];
  kept: Kept;
  onKeep: (kept: Kept) => void;
  /** The export that is changed. */
  saved?: Saved;
}

/** Five choices on one page, each with its usual answer; below them in words what will come. */
export function Wizard({ frame, columns, kept, onKeep, saved }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const go = useNavigate();
  const done = useDone();
  const told = useToldOnce();
  const queries = useQueryClient();
  const say = useSays();
  const id = useId();
  const { words, change } = useWords();
  const all = useMemo(() => columns.map((one) => one.id), [columns]);
  const faults = useMemo(() => faultsOf(f.today), [f.today]);
  const form = useFields<Wish>(
    faults,
    saved
      ? wishOf(saved.ask, org, f.day)
      : { ...first, ...wishIn(words, f.day), columns: knownOf(kept.columns, all), form: kept.form ?? first.form },
  );
  const wish = form.watch();
  const [saving, setSaving] = useState(false);
  const wanted = useRef<"run" | "save">("run");
  const asked = askOf(wish, { org, today: f.today, language: f.language, name: "" });
  const name = say.name(asked);
  const ask = { ...asked, name: asked.name || name };

  // The day one looks at follows the cases until one has chosen it.
  const chosen = useRef(wish.date !== usualDate(wish.cases));
  if (form.formState.dirtyFields.date) chosen.current = true;
  const cases = useRef(wish.cases);
  useEffect(() => {
    if (cases.current === wish.cases) return;
    cases.current = wish.cases;
    if (!chosen.current) form.setValue("date", usualDate(wish.cases));
  }, [wish.cases, form]);

  const inAddress = JSON.stringify(wordsOf(wish, f.today));
  const address = useRef(inAddress);
  useEffect(() => {
    if (saved || address.current === inAddress) return;
    address.current = inAddress;
    change(JSON.parse(inAddress));
  });

  const choice = JSON.stringify({ columns: wish.columns, form: wish.form });
  const remembered = useRef(choice);
  useEffect(() => {
    if (saved || remembered.current === choice) return;
    remembered.current = choice;
    onKeep(JSON.parse(choice));
  });

  // Long work may be refused after its start; the words stand at the field all the same.
  const { problem } = frame;
  useEffect(() => {
    const field = problem?.field && fieldOf(problem.field);
    if (!problem || !field) return;
    void told(problem).then(({ what, remedy }) =>
      form.setError(field, { type: "server", message: [what, remedy].filter(Boolean).join(" ") }),
    );
  }, [problem, told, form]);

  const submit = async () => {
    if (wanted.current === "save") setSaving(true);
    else await frame.run(ask);
  };
  const press = (what: "run" | "save") => () => {
    wanted.current = what;
  };
  const sent = (what: "run" | "save") => () => {
    wanted.current = what;
    (document.getElementById(id) as HTMLFormElement | null)?.requestSubmit();
  };
  const afterSave = async (row: Saved) => {
    const list = () => queries.invalidateQueries({ queryKey: ["exports"] });
    await list();
    done({
      text: t("exports.saved", { name: row.name }),
      ...(saved ? {} : { undo: () => dropExport(row.export).then(list) }),
    });
    go(frame.to("saved"));
  };
  const primary = saved ? "save" : "run";
  const labels: Record<"run" | "save", string> = {
    run: t("exports.run"),
    save: saved ? t("exports.save.changes") : t("exports.save"),
  };
  const icons = { run: IconDownload, save: IconBookmark };
  const other = saved ? "run" : "save";
  const busy = form.formState.isSubmitting;
  const foot = (
    <>
      {frame.running}
      <div className={css.foot}>
        <p className={css.says} role="status">
          <b>{say.cases(ask)}</b>
          <span>{say.file(ask, all.length)}</span>
        </p>
        <div className={css.acts}>
          {saved && <ButtonLink to={frame.to("saved")}>{t("common.cancel")}</ButtonLink>}
          <Button icon={icons[other]} onPress={sent(other)}>
            {labels[other]}
          </Button>
          <Button
            kind="primary"
            type="submit"
            form={id}
            icon={icons[primary]}
            busy={busy && wanted.current === primary}
            onPress={press(primary)}
          >
            {labels[primary]}
          </Button>
        </div>
      </div>
    </>
  );
  const steps: [TextId, ReactNode][] = [
    ["exports.step.whose", <Whose key="whose" />],
    ["exports.step.cases", <Which key="cases" cases={wish.cases} />],
    ["exports.step.when", <When key="when" wish={wish} />],
    ["exports.step.columns", <Columns key="columns" all={columns} />],
    [
      "exports.step.file",
      <div key="file" className={css.choices}>
        <Radios
          name="form"
          label={t("exports.form")}
          options={forms.map((value) => ({ value, label: t(`exports.form.${value}`) }))}
        />
        <div className={css.fields}>
          <TextField
            name="name"
            label={t("exports.name")}
            help={t("exports.name.help", { name: `${name}.${wish.form}` })}
          />
        </div>
      </div>,
    ],
  ];
  return (
    <Page title={frame.title} tabs={frame.tabs} foot={foot}>
      {saved && (
        <div className={css.changing}>
          <Notice tone="plain">{t("exports.changing", { name: saved.name })}</Notice>
        </div>
      )}
      <Form form={form} id={id} onSave={submit} fieldOf={fieldOf} ends={null}>
        <ol className={css.steps}>
          {steps.map(([head, body], n) => (
            <li key={head}>
              <h2 className={css.step}>
                <span className={css.number} aria-hidden="true">
                  {n + 1}
                </span>
                {t(head)}
              </h2>
              {body}
            </li>
          ))}
        </ol>
      </Form>
      <Suspense fallback={null}>
        {saving && (
          <SaveDialog
            ask={ask}
            says={say.cases(ask)}
            name={name}
            {...(saved ? { saved } : {})}
            onDone={afterSave}
            onClose={() => setSaving(false)}
          />
        )}
      </Suspense>
    </Page>
  );
}
