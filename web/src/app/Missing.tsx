import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { Empty } from "~/ui/Empty";
import { Page } from "~/ui/Page";

/** An address that leads nowhere. */
export function Missing() {
  const t = useT();
  return (
    <Page title={t("missing.title")}>
      <Empty title={t("missing.title")} acts={<ButtonLink to="/">{t("missing.home")}</ButtonLink>}>
        {t("missing.text")}
      </Empty>
    </Page>
  );
}
