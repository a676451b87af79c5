import { useDebtor } from "~/api/debtor";
import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { ButtonLink } from "./Button";
import { DebtorFacts } from "./DebtorFacts";
import { Failure } from "./Empty";
import { Sheet } from "./Sheet";
import { WaitingRows } from "./Skeleton";

interface Props {
  debtor: number;
  onClose: () => void;
}

/** Who the debtor is, without leaving the list or the case. */
export function DebtorSheetBody({ debtor, onClose }: Props) {
  const t = useT();
  const org = useOrg();
  const { data, error, refetch } = useDebtor(org, debtor);
  return (
    <Sheet title={t("debtor.info")} open onClose={onClose}>
      {error ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : data ? (
        <>
          <DebtorFacts debtor={data.value} />
          <ButtonLink to={`/${org}/skyldnere/${debtor}`}>{t("debtor.page")}</ButtonLink>
        </>
      ) : (
        <WaitingRows rows={4} height={36} />
      )}
    </Sheet>
  );
}
