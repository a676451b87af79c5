import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useCourses } from "~/api/courses";
import { useCreditor } from "~/api/creditor";
import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { useCourse } from "~/text/useCourse";
import { Button } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { BareCheck, BareChoice } from "~/ui/form/Bare";
import { IconPlayerPlay } from "~/ui/icons";
import { useWords } from "~/ui/list";
import { Page } from "~/ui/Page";
import { Progress } from "~/ui/Progress";
import { WaitingRows } from "~/ui/Skeleton";
import { type CourseBody, type DryRunWish, dryRun } from "../api/courses";
import css from "../Courses.module.css";
import { bodyOf } from "../draft";
import { draftInHand } from "../useDraft";

const Result = lazy(async () => ({ default: (await import("./Result")).Result }));

const spans = ["30", "90", "180", "365"] as const;
const draftWord = "utkast:";

/** What a course would do on this ledger: each day, to whom, what it costs, and what stands still. Nothing is stored. */
export function DryRunPage() {
  const t = useT();
  const org = useOrg();
  const name = useCourse();
  const creditor = useCreditor().data?.value;
  const courses = useCourses(org).data ?? [];
  const { words, change } = useWords();
  const inHand = draftInHand();
  const draft = inHand && (bodyOf(inHand.draft) as object as CourseBody);
  const both = words.get("utkast") === "begge" && draft !== undefined ? draftWord : "";
  const person = words.get("person") ?? both;
  const business = words.get("firma") ?? both;
  const days = words.get("dager") ?? "90";
  const start = words.get("start") !== "nei";
  const approve = words.get("godkjenn") !== "nei";
  const of = (chosen: string) => (chosen === draftWord && draft ? draft : chosen || null);
  const wish: DryRunWish = {
    days: Number(days),
    start,
    approve,
    course_person: of(person),
    course_business: of(business),
  };
  const asked = useQuery({
    queryKey: ["dry-run", org, wish],
    queryFn: () => dryRun(org, wish),
    enabled: words.get("kjor") === "ja",
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 600_000,
  });
  const options = (usual: string | undefined) => [
    { value: "", label: usual ? t("dry.usual", { course: name(usual) }) : t("start.course.usual") },
    ...(draft ? [{ value: draftWord, label: t("dry.draft") }] : []),
    ...courses.map((one) => ({ value: one.name, label: name(one.name) })),
  ];
  return (
    <Page title={t("dry.title")} up={{ to: `/${org}/lop`, text: t("nav.courses") }}>
      <div className={css.body}>
        <p className={css.lead}>{t("dry.text")}</p>
        <form
          className={css.wish}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (words.get("kjor") === "ja") asked.refetch();
            else change({ kjor: "ja" });
          }}
        >
          <div className={css.pair}>
            <BareChoice
              label={t("dry.days")}
              value={days}
              options={[...new Set([...spans, days])].map((value) => ({
                value,
                label: t("dry.days.of", { n: Number(value) }),
              }))}
              onChoose={(value) => change({ dager: value === "90" ? undefined : value })}
            />
            <BareChoice
              label={t("company.course.person")}
              value={person}
              options={options(creditor?.course_person)}
              onChoose={(value) =>
                change({ person: value || undefined, utkast: undefined, firma: business || undefined })
              }
            />
            <BareChoice
              label={t("company.course.business")}
              value={business}
              options={options(creditor?.course_business)}
              onChoose={(value) =>
                change({ firma: value || undefined, utkast: undefined, person: person || undefined })
              }
            />
          </div>
          <div className={css.checks}>
            <BareCheck label={t("dry.start")} on={start} onTurn={(on) => change({ start: on ? undefined : "nei" })} />
            <BareCheck
              label={t("dry.approve")}
              on={approve}
              onTurn={(on) => change({ godkjenn: on ? undefined : "nei" })}
            />
          </div>
          <div>
            <Button kind="primary" type="submit" icon={IconPlayerPlay} busy={asked.isFetching}>
              {t("dry.act")}
            </Button>
          </div>
        </form>
        {asked.isFetching && <Progress label={t("dry.running")} done={0} />}
        {asked.error ? (
          <Failure problem={asProblem(asked.error)} again={asked.refetch} />
        ) : asked.data ? (
          <Suspense fallback={<WaitingRows rows={6} />}>
            <Result of={asked.data} />
          </Suspense>
        ) : (
          !asked.isFetching && (
            <Empty small title={t("dry.none")}>
              {t("dry.none.text")}
            </Empty>
          )
        )}
      </div>
    </Page>
  );
}
