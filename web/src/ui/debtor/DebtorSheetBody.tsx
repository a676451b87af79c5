import { lazy, Suspense, useState } from "react";
import { useDebtor } from "~/api/debtor";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT, withWords } from "~/text/texts";
import { Button, ButtonLink } from "../Button";
import { Failure } from "../Empty";
import { Ends } from "../Ends";
import { Sheet } from "../Sheet";
import { WaitingRows } from "../Skeleton";
import { useDone } from "../Toasts";
import { DebtorFacts } from "./DebtorFacts";
import { DebtorForm } from "./DebtorForm";
import { LedgerAddress } from "./LedgerAddress";

const CheckAddress = lazy(withWords(async () => (await import("./check/CheckAddress")).CheckAddress));

interface Props {
  debtor: number;
  /** The form is open from the start: one came to fill in what is missing. */
  editing?: boolean;
  onClose: () => void;
}

/** Who the debtor is and how to reach them, without leaving the list or the case; changed in place. */
export function DebtorSheetBody({ debtor, editing = false, onClose }: Props) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const may = useMay("act_on_cases");
  const [changing, setChanging] = useState(editing);
  const { data, error, refetch } = useDebtor(org, debtor);
  return (
    <Sheet title={t("debtor.info")} open onClose={onClose}>
      {error ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : !data ? (
        <WaitingRows rows={4} height={36} />
      ) : (
        <>
          <DebtorFacts debtor={data.value} onKind={may && !changing ? () => setChanging(true) : undefined} />
          <LedgerAddress one={data.value} etag={data.etag} />
          {changing && may ? (
            <DebtorForm
              one={data.value}
              etag={data.etag}
              act={t("common.save")}
              onCancel={() => setChanging(false)}
              onDone={() => {
                done({ text: t("common.saved") });
                setChanging(false);
              }}
            />
          ) : (
            <>
              <Suspense fallback={<WaitingRows rows={3} />}>
                <CheckAddress one={data.value} etag={data.etag} />
              </Suspense>
              <Ends>
                {may && <Button onPress={() => setChanging(true)}>{t("debtor.change")}</Button>}
                <ButtonLink to={`/${org}/skyldnere/${debtor}`}>{t("debtor.page")}</ButtonLink>
              </Ends>
            </>
          )}
        </>
      )}
    </Sheet>
  );
}
