import { useDebtor } from "~/api/debtor";
import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Failure } from "../Empty";
import { HelpLink } from "../help/HelpLink";
import { WaitingRows } from "../Skeleton";
import { DebtorForm } from "./DebtorForm";
import css from "./FillIn.module.css";
import { type Gap, gapsOf } from "./gaps";

interface Props {
  debtor: number;
  /** What was refused for; what else is missing is asked for, too. */
  gaps: readonly Gap[];
  act: string;
  onDone: () => void;
  onCancel?: () => void;
}

/** What is missing of a debtor, filled in where one stands, so that what one was about to do goes on. */
export function FillIn({ debtor, gaps, act, onDone, onCancel }: Props) {
  const t = useT();
  const org = useOrg();
  const { data, error, refetch } = useDebtor(org, debtor);
  if (error) return <Failure problem={asProblem(error)} again={refetch} />;
  if (!data) return <WaitingRows rows={2} height={52} />;
  const one = data.value;
  const only = [...new Set([...gaps, ...gapsOf(one)])];
  return (
    <div className={css.box}>
      {only.includes("address") && one.kind !== "company" && one.kind !== "public" && (
        <p className={css.guide}>
          <HelpLink article="find-address">{t("debtor.find-address")}</HelpLink>
        </p>
      )}
      <DebtorForm
        one={one}
        etag={data.etag}
        only={only}
        act={act}
        onDone={onDone}
        {...(onCancel ? { onCancel } : {})}
      />
    </div>
  );
}
