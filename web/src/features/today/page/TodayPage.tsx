import { useCreditor } from "~/api/creditor";
import { useMay, useMe, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useTodays } from "~/api/today";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { FirstWays } from "~/ui/FirstWays";
import { Welcome } from "~/ui/help/Welcome";
import { IconPlus } from "~/ui/icons";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { Coming } from "./Coming";
import { MoneyIn } from "./MoneyIn";
import { Needs } from "./Needs";
import css from "./TodayPage.module.css";

/** The dashboard: a greeting, and a list of what needs somebody. */
export function TodayPage() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const me = useMe();
  const may = useMay("act_on_cases");
  const creditor = useCreditor().data?.value;
  const { data, error, refetch } = useTodays();
  const acts = may && (
    <ButtonLink to={`/${org}/saker/ny`} kind="primary" icon={IconPlus}>
      {t("cases.new")}
    </ButtonLink>
  );
  const name = me?.name.split(" ")[0] ?? "";
  return (
    <Page title={t("today.greeting", { name })} acts={acts} below={<span>{f.weekday(data?.on ?? f.today)}</span>}>
      <Welcome />
      {error ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : !data || !creditor ? (
        <WaitingRows rows={9} />
      ) : creditor.cases ? (
        <div className={css.columns}>
          <Needs needs={data.needs} />
          <div className={css.rail}>
            <MoneyIn money={data.money} />
            <Coming coming={data.coming} />
          </div>
        </div>
      ) : (
        <Empty title={t("today.first.title")} acts={<FirstWays />}>
          {t("today.first.text")}
        </Empty>
      )}
    </Page>
  );
}
