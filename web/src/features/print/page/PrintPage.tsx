import { useSearchParams } from "react-router";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Empty, Failure } from "~/ui/Empty";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { Tabs } from "~/ui/Tabs";
import { useLetters } from "../api/letters";
import { LetterList } from "./LetterList";
import { PrintActs } from "./PrintActs";

const shows = ["klare", "kommer", "stanset"] as const;
const lists = { klare: "ready", kommer: "coming", stanset: "held" } as const;

/** Letters on their way out: print them in one go, and say when they left. */
export function PrintPage() {
  const t = useT();
  const org = useOrg();
  const may = useMay("send_letters");
  const [search] = useSearchParams();
  const shown = shows.find((one) => one === search.get("vis")) ?? "klare";
  const { data, error, refetch } = useLetters(org);
  const list = lists[shown];
  return (
    <Page
      title={t("nav.print")}
      acts={data && may && <PrintActs ready={data.ready} />}
      tabs={
        <Tabs
          name={t("print.tabs")}
          tabs={shows.map((show) => ({
            to: show === "klare" ? "?" : `?vis=${show}`,
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
        <Empty good title={t(`print.${list}.none`)}>
          {list === "ready" && data.coming[0]?.on && t("print.ready.none.text")}
        </Empty>
      ) : (
        <LetterList rows={data[list]} list={list} />
      )}
    </Page>
  );
}
