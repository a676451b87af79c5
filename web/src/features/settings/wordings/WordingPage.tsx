import { useParams } from "react-router";
import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Failure } from "~/ui/Empty";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { useWording, type Which } from "../api/wordings";
import { WordingEditor } from "./WordingEditor";
import { kindWords, letterLanguages } from "./words";

/** One letter in one language: our words, one's own, what the law says to them, and how plain they are. */
export function WordingPage() {
  const t = useT();
  const org = useOrg();
  const which = useParams() as unknown as Which;
  const { data, error, refetch } = useWording(org, which);
  const known = which.kind in kindWords && letterLanguages.includes(which.language);
  const title = known
    ? t("wordings.of", { letter: t(kindWords[which.kind]), language: t(`wordings.language.${which.language}`) })
    : t("settings.wordings");
  const up = { to: `/${org}/innstillinger/brevtekster`, text: t("settings.wordings") };
  if (data && known) return <WordingEditor key={title} which={which} title={title} up={up} first={data} />;
  return (
    <Page title={title} up={up}>
      {error ? <Failure problem={asProblem(error)} again={refetch} /> : <WaitingRows rows={12} />}
    </Page>
  );
}
