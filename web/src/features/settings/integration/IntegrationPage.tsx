import { useState } from "react";
import { useIntegration } from "~/api/integration";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Failure } from "~/ui/Empty";
import { WaitingRows } from "~/ui/Skeleton";
import css from "../page/Settings.module.css";
import { InUse } from "./InUse";
import { SetUp } from "./SetUp";

/** Where the open items come from: what is in use, or the way to set it up. */
export function IntegrationPage() {
  const t = useT();
  const org = useOrg();
  const may = useMay("import_ledger");
  const [setting, setSetting] = useState(false);
  const { data, error, refetch } = useIntegration(org);
  if (error && !data) return <Failure problem={asProblem(error)} again={refetch} />;
  if (!data) return <WaitingRows rows={4} />;
  return (
    <div className={css.body}>
      <section className={css.section}>
        <h2>{t("integration.title")}</h2>
        <p className={css.lead}>{t("integration.text")}</p>
        <InUse now={data} />
        {may && !setting && (
          <p>
            <Button {...(data.source ? {} : { kind: "primary" })} onPress={() => setSetting(true)}>
              {t(data.source ? "integration.change" : "integration.set-up")}
            </Button>
          </p>
        )}
      </section>
      {setting && <SetUp known={data.known} onClose={() => setSetting(false)} />}
    </div>
  );
}
