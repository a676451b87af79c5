import { useIntegration } from "~/api/integration";
import { useMay, useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { HowTo, sourceName } from "~/ui/imports/HowTo";
import css from "~/ui/imports/Import.module.css";

/** Where this creditor's lists come from, and how the next one is got; or the way to set that up. */
export function FromSystem() {
  const t = useT();
  const org = useOrg();
  const may = useMay("read_settings");
  const { data } = useIntegration(org, may);
  if (!data) return null;
  return (
    <section>
      {data.source && (
        <>
          <h2>{t("integration.now", { source: t(sourceName[data.source]) })}</h2>
          <HowTo source={data.source} />
        </>
      )}
      <p className={css.template}>
        <ButtonLink to={`/${org}/innstillinger/integrasjon`}>
          {t(data.source ? "integration.change" : "integration.set-up")}
        </ButtonLink>
      </p>
    </section>
  );
}
