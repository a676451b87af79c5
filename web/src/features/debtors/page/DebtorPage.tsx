import { lazy, Suspense, useState } from "react";
import { useParams } from "react-router";
import { useDebtor } from "~/api/debtor";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { DebtorFacts } from "~/ui/debtor/DebtorFacts";
import { LedgerAddress } from "~/ui/debtor/LedgerAddress";
import { Empty, Failure } from "~/ui/Empty";
import { Page } from "~/ui/Page";
import { WaitingRows } from "~/ui/Skeleton";
import { CaseList } from "./CaseList";
import css from "./DebtorPage.module.css";
import { Earlier } from "./Earlier";
import { ExcludeButton } from "./ExcludeButton";
import { GroupOut } from "./GroupOut";
import { Keeping } from "./Keeping";
import { useSource } from "./useSource";

const Notes = lazy(async () => ({ default: (await import("~/ui/notes/Notes")).Notes }));
const CheckAddress = lazy(async () => ({ default: (await import("~/ui/debtor/check/CheckAddress")).CheckAddress }));
const ChangeDialog = lazy(async () => ({ default: (await import("./ChangeDialog")).ChangeDialog }));

/** One debtor: every case, the address of now and those of before. */
export function DebtorPage() {
  const t = useT();
  const org = useOrg();
  const source = useSource();
  const number = Number(useParams().debtor);
  const may = useMay("act_on_cases");
  const [changing, setChanging] = useState(false);
  const { data, error, refetch } = useDebtor(org, number);
  const up = { to: `/${org}/skyldnere`, text: t("nav.customers") };
  if (error && !data)
    return (
      <Page title={t("cases.debtor")} up={up}>
        <Failure problem={asProblem(error)} again={refetch} />
      </Page>
    );
  if (!data)
    return (
      <Page title="…" up={up}>
        <WaitingRows rows={8} />
      </Page>
    );
  const one = data.value;
  return (
    <Page
      title={one.name}
      up={up}
      acts={
        <>
          <ExcludeButton one={one} />
          {may && <Button onPress={() => setChanging(true)}>{t("debtor.change")}</Button>}
        </>
      }
    >
      <div className={css.body}>
        <section>
          <h2>{t("debtor.now")}</h2>
          <DebtorFacts debtor={one} onKind={may ? () => setChanging(true) : undefined} />
          <LedgerAddress one={one} etag={data.etag} />
          <GroupOut one={one} />
          {one.never_electronic && <p>{t("debtor.never-electronic")}</p>}
          {one.address_source && (
            <p className={css.quiet}>{t("debtor.source", { source: source(one.address_source) })}</p>
          )}
        </section>
        <Suspense fallback={<WaitingRows rows={3} />}>
          <CheckAddress one={one} etag={data.etag} />
        </Suspense>
        <section>
          <h2>{t("nav.cases")}</h2>
          {one.cases.length === 0 ? (
            <Empty small good title={t("debtor.no-cases")} />
          ) : (
            <CaseList rows={one.cases} title={t("debtor.cases.title", { name: one.name })} />
          )}
        </section>
        <section>
          <h2>{t("notes.title")}</h2>
          <Suspense fallback={<WaitingRows rows={2} />}>
            <Notes about={{ debtor: one.debtor }} />
          </Suspense>
        </section>
        {one.earlier_addresses.length > 0 && <Earlier rows={one.earlier_addresses} />}
        <Keeping one={one} />
      </div>
      <Suspense fallback={null}>
        {changing && <ChangeDialog one={one} etag={data.etag} onClose={() => setChanging(false)} />}
      </Suspense>
    </Page>
  );
}
