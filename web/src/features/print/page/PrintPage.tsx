import { lazy, Suspense, useState } from "react";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Failure } from "~/ui/Empty";
import { useWords } from "~/ui/list";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { Tabs } from "~/ui/Tabs";
import { useLetters } from "../api/letters";
import { More } from "./More";
import { NoLetters } from "./NoLetters";
import { PrintActs } from "./PrintActs";

const LetterList = lazy(async () => ({ default: (await import("./LetterList")).LetterList }));

const shows = ["klare", "kommer", "stanset"] as const;
// Each is written and asked of the gate before it is shown; the second is the most that can be asked for at once.
const limits = [1_000, 10_000] as const;
const lists = { klare: "ready", kommer: "coming", stanset: "held" } as const;

/** Letters on their way out: print them in one go, and say when they left. */
export function PrintPage() {
  const t = useT();
  const org = useOrg();
  const may = useMay("send_letters");
  const { words, to } = useWords();
  const shown = shows.find((one) => one === words.get("vis")) ?? "klare";
  const [limit, setLimit] = useState<number>(limits[0]);
  const { data, error, refetch, isFetching } = useLetters(org, limit);
  const list = lists[shown];
  return (
    <Page
      title={t("nav.print")}
      acts={data && may && <PrintActs ready={data.ready} whole={data.unseen === 0} />}
      tabs={
        <Tabs
          name={t("print.tabs")}
          tabs={shows.map((show) => ({
            to: to("vis", show === "klare" ? undefined : show),
            text: t(`print.${lists[show]}`),
            count: data?.[lists[show]].length,
            here: show === shown,
          }))}
        />
      }
    >
      {error && !data ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : !data ? (
        <WaitingRows rows={8} />
      ) : data[list].length === 0 ? (
        <NoLetters list={list} coming={data.coming.length > 0} />
      ) : (
        <Suspense fallback={<WaitingRows rows={8} />}>
          <LetterList key={list} rows={data[list]} list={list} />
        </Suspense>
      )}
      {data && (list === "coming" ? !data.coming_whole : data.unseen > 0) && (
        <More
          list={list}
          unseen={data.unseen}
          busy={isFetching}
          onMore={limit < limits[1] ? () => setLimit(limits[1]) : undefined}
        />
      )}
    </Page>
  );
}
