import { useId, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { useCourses } from "~/api/courses";
import { useMay, useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { BareChoice } from "~/ui/form/Bare";
import { BareField } from "~/ui/form/BareField";
import { Notice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import css from "../Courses.module.css";
import { draftOf } from "../draft";
import { useDraft } from "../useDraft";
import { DryDraft } from "./DryDraft";
import { Editor } from "./Editor";
import { Found } from "./Found";
import { useKeep } from "./Keep";

/** A course of one's own: from a ready-made one, changed, and kept under a name. */
export function NewCourse() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const id = useId();
  const told = useTold();
  const course = useCourse();
  const may = useMay("manage_creditor");
  const [search, setSearch] = useSearchParams();
  const from = search.get("fra") ?? "no.standard";
  const list = useCourses(org).data;
  const [asked, setAsked] = useState(false);
  const base = list?.find((one) => one.name === from) ?? list?.[0];
  const comma = f.language === "en" ? "." : ",";
  const first = useMemo(() => base && { ...draftOf(base.course, comma), describes: "" }, [base, comma]);
  const { draft, name, found, write, call, reset } = useDraft(first);
  const keep = useKeep(name, 0, draft);
  const wrong = keep.problem?.field === "name" ? told(keep.problem) : undefined;
  const up = { to: `/${org}/lop`, text: t("nav.courses") };
  if (!may)
    return (
      <Page title={t("courses.new")} up={up}>
        <div className={css.body}>
          <Notice tone="plain">{t("company.read-only")}</Notice>
        </div>
      </Page>
    );
  if (!draft || !list)
    return (
      <Page title={t("courses.new")} up={up}>
        <WaitingRows rows={8} />
      </Page>
    );
  return (
    <Page
      title={t("courses.new")}
      up={up}
      scrolls={false}
      acts={
        <>
          <DryDraft onGo={() => write(draft)} />
          {keep.button}
        </>
      }
    >
      <Editor
        draft={draft}
        onChange={write}
        off={false}
        relation={from.endsWith(".business") ? "business" : "consumer"}
      >
        {keep.notice}
        {found && <Found onReset={reset} />}
        <section className={css.naming}>
          <BareField
            id={`${id}-name`}
            label={t("courses.name")}
            help={t("courses.name.help")}
            value={name}
            onType={call}
            onLeave={() => setAsked(true)}
            fault={
              wrong
                ? `${wrong.what} ${wrong.remedy ?? ""}`
                : (asked || keep.tried) && !name.trim()
                  ? t("courses.name.missing")
                  : undefined
            }
          />
          <BareChoice
            label={t("courses.from")}
            help={t("courses.from.help")}
            value={base?.name ?? ""}
            options={list.map((one) => ({ value: one.name, label: course(one.name) }))}
            onChoose={(value) => setSearch({ fra: value }, { replace: true })}
          />
        </section>
        <BareField
          id={`${id}-describes`}
          label={t("courses.describes")}
          value={draft.describes}
          onType={(describes) => write({ ...draft, describes })}
        />
      </Editor>
    </Page>
  );
}
