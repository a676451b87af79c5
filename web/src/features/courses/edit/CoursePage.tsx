import { lazy, Suspense, useId, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { Button, ButtonLink } from "~/ui/Button";
import { Failure } from "~/ui/Empty";
import { BareChoice } from "~/ui/form/Bare";
import { BareField } from "~/ui/form/BareField";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { Tag } from "~/ui/Tag";
import { type Course, useVersions } from "../api/courses";
import { draftOf } from "../draft";
import { useDraft } from "../useDraft";
import { DryDraft } from "./DryDraft";
import { Editor } from "./Editor";
import { Found } from "./Found";
import { useKeep } from "./Keep";
import { Running } from "./Running";

const EndDialog = lazy(async () => ({ default: (await import("./EndDialog")).EndDialog }));

/** One course: its steps, its days, and its versions. A ready-made one is read; an own one is changed into a new version. */
export function CoursePage() {
  const t = useT();
  const org = useOrg();
  const name = useSearchParams()[0].get("navn") ?? "";
  const { data, error, refetch } = useVersions(org, name);
  const word = useCourse();
  const up = { to: `/${org}/lop`, text: t("nav.courses") };
  if (error && !data)
    return (
      <Page title={word(name)} up={up}>
        <Failure problem={asProblem(error)} again={refetch} />
      </Page>
    );
  const newest = data?.[0];
  if (!data || !newest)
    return (
      <Page title={word(name)} up={up}>
        <WaitingRows rows={8} />
      </Page>
    );
  return <OneCourse key={`${newest.name}-${newest.version}`} versions={data} newest={newest} />;
}

function OneCourse({ versions, newest }: { versions: Course[]; newest: Course }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const id = useId();
  const word = useCourse();
  const may = useMay("manage_creditor");
  const [search, setSearch] = useSearchParams();
  const [ending, setEnding] = useState(false);
  const asked = Number(search.get("versjon") ?? newest.version);
  const shown = versions.find((one) => one.version === asked) ?? newest;
  const comma = f.language === "en" ? "." : ",";
  const first = useMemo(() => draftOf(shown.course, comma), [shown, comma]);
  const { draft = first, found, write, reset } = useDraft(first);
  const keep = useKeep(newest.name, newest.version, draft);
  const off = newest.built_in || !may;
  return (
    <Page
      title={word(newest.name)}
      up={{ to: `/${org}/lop`, text: t("nav.courses") }}
      scrolls={false}
      acts={
        <>
          <DryDraft onGo={() => write(draft)} />
          {may && newest.built_in && (
            <ButtonLink kind="primary" to={`/${org}/lop/ny?fra=${encodeURIComponent(newest.name)}`}>
              {t("courses.copy")}
            </ButtonLink>
          )}
          {!off && <Button onPress={() => setEnding(true)}>{t("courses.end")}</Button>}
          {!off && keep.button}
        </>
      }
      below={
        <>
          <span>{newest.built_in ? t("courses.built-in") : t("courses.version", { n: shown.version })}</span>
          {shown.kept_on && (
            <span>
              {t("courses.kept-by", { day: f.words(shown.kept_on), name: shown.by || t("courses.somebody") })}
            </span>
          )}
          {newest.used_for.map((whom) => (
            <Tag key={whom} tone="going">
              {t(`courses.for.${whom}`)}
            </Tag>
          ))}
        </>
      }
    >
      <Editor
        draft={draft}
        onChange={write}
        off={off}
        relation={newest.name.endsWith(".business") || newest.used_for.join() === "business" ? "business" : "consumer"}
      >
        {keep.notice}
        {found && !off && <Found onReset={reset} />}
        {!newest.built_in && <Running course={newest.name} />}
        {versions.length > 1 && (
          <BareChoice
            label={t("courses.versions")}
            help={t("courses.versions.help")}
            value={String(shown.version)}
            options={versions.map((one) => ({
              value: String(one.version),
              label: [t("courses.version", { n: one.version }), one.kept_on && f.day(one.kept_on), one.by]
                .filter(Boolean)
                .join(" · "),
            }))}
            onChoose={(value) =>
              setSearch(
                Number(value) === newest.version ? { navn: newest.name } : { navn: newest.name, versjon: value },
                { replace: true },
              )
            }
          />
        )}
        <BareField
          id={`${id}-describes`}
          label={t("courses.describes")}
          value={draft.describes}
          onType={(describes) => write({ ...draft, describes })}
          off={off}
        />
      </Editor>
      <Suspense fallback={null}>{ending && <EndDialog one={newest} onClose={() => setEnding(false)} />}</Suspense>
    </Page>
  );
}
