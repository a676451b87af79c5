import { lazy, Suspense } from "react";
import type { Problem } from "~/api/problem";
import type { Case } from "~/api/types";
import { useF } from "~/text/format";
import { useT, withWords } from "~/text/texts";
import { CopyButton } from "~/ui/CopyButton";
import { DebtorFacts } from "~/ui/debtor/DebtorFacts";
import { ProblemNotice } from "~/ui/Notice";
import { AnyDay } from "./AnyDay";
import { Balance } from "./Balance";
import css from "./CasePage.module.css";
import rail from "./Rail.module.css";

const BalanceFile = lazy(withWords(async () => (await import("./BalanceFile")).BalanceFile));

interface Props {
  one: Case;
  asked: string | undefined;
  problem: Problem | undefined;
}

const grouped = (account: string) => account.replace(/^(\d{4})(\d{2})(\d{5})$/, "$1\u00a0$2\u00a0$3");

/** What is owed as of any day, how it is paid, and by whom. */
export function Rail({ one, asked, problem }: Props) {
  const t = useT();
  const f = useF();
  return (
    <div className={css.rail}>
      <section aria-label={t("balance.title")}>
        <AnyDay day={asked ?? f.today} />
        {problem && <ProblemNotice problem={problem} />}
        <Balance balance={one.balance} />
        <Suspense fallback={null}>
          <BalanceFile number={one.case} balance={one.balance} />
        </Suspense>
      </section>
      <section className={css.section}>
        <h2>{t("case.payment")}</h2>
        <dl className={rail.pay}>
          <div>
            <dt>KID</dt>
            <dd className="numbers">
              {one.kid}
              <CopyButton text={one.kid} what="KID" />
            </dd>
          </div>
          <div>
            <dt>{t("case.account")}</dt>
            <dd className="numbers">
              {grouped(one.account)}
              <CopyButton text={one.account} what={t("case.account")} />
            </dd>
          </div>
        </dl>
      </section>
      <section className={`${css.section} ${rail.debtor}`}>
        <h2>{t("cases.debtor")}</h2>
        <DebtorFacts debtor={one.debtor} />
      </section>
    </div>
  );
}
