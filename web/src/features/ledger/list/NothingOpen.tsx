import { useCreditor } from "~/api/creditor";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { Empty } from "~/ui/Empty";
import { FirstWays } from "~/ui/FirstWays";
import type { Ask } from "../api/ledger";

/** No open item: not read yet, hidden by search or tab, or truly none. */
export function NothingOpen({ ask, onClear }: { ask: Ask; onClear: () => void }) {
  const t = useT();
  const org = useOrg();
  const creditor = useCreditor().data?.value;
  if (ask.search)
    return (
      <Empty title={t("ledger.empty.search")} acts={<Button onPress={onClear}>{t("search.clear")}</Button>}>
        {t("ledger.empty.search.text")}
      </Empty>
    );
  if (creditor && creditor.ledger_read === null && !creditor.cases)
    return (
      <Empty title={t("ledger.empty.first")} acts={<FirstWays />}>
        {t("ledger.empty.first.text")}
      </Empty>
    );
  const show = ask.show ?? "all";
  return (
    <Empty
      good
      title={t(`ledger.empty.${show}`)}
      acts={
        show === "all" ? (
          <ButtonLink to={`/${org}/saker`}>{t("ledger.empty.to-cases")}</ButtonLink>
        ) : (
          <Button onPress={onClear}>{t("ledger.empty.to-all")}</Button>
        )
      }
    >
      {show === "all" && t("ledger.empty.search.text")}
    </Empty>
  );
}
