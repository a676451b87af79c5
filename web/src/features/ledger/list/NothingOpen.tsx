import { useCreditor } from "~/api/creditor";
import { useMay, useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { Empty } from "~/ui/Empty";
import type { Ask } from "../api/ledger";

/** No open item: not read yet, hidden by search or tab, or truly none. */
export function NothingOpen({ ask, onClear }: { ask: Ask; onClear: () => void }) {
  const t = useT();
  const org = useOrg();
  const imports = useMay("import_ledger");
  const creditor = useCreditor().data?.value;
  if (ask.search)
    return (
      <Empty title={t("ledger.empty.search")} acts={<Button onPress={onClear}>{t("search.clear")}</Button>}>
        {t("ledger.empty.search.text")}
      </Empty>
    );
  if (creditor && creditor.ledger_read === null && !creditor.cases)
    return (
      <Empty
        title={t("ledger.empty.first")}
        acts={
          imports && (
            <ButtonLink to={`/${org}/import`} kind="primary">
              {t("today.first.import")}
            </ButtonLink>
          )
        }
      >
        {t("ledger.empty.first.text")}
      </Empty>
    );
  return <Empty good title={t(`ledger.empty.${ask.show ?? "all"}`)} />;
}
