import { useCreditor } from "~/api/creditor";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { Empty } from "~/ui/Empty";
import { FirstWays } from "~/ui/FirstWays";
import type { Ask } from "../api/ledger";
import type { useAsk } from "./useAsk";

/** No open item: not read yet, hidden by search or tab, or truly none. */
export function NothingOpen({ ask, change }: { ask: Ask; change: ReturnType<typeof useAsk>["change"] }) {
  const t = useT();
  const org = useOrg();
  const creditor = useCreditor().data?.value;
  if (ask.search || ask.group)
    return (
      <Empty
        title={t(ask.group ? "ledger.empty.filter" : "ledger.empty.search")}
        acts={
          <>
            {ask.group && <Button onPress={() => change({ gruppe: undefined })}>{t("filter.clear-all")}</Button>}
            {ask.search && (
              <Button onPress={() => change({ sok: undefined, vis: undefined })}>{t("search.clear")}</Button>
            )}
          </>
        }
      >
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
          <Button onPress={() => change({ vis: undefined })}>{t("ledger.empty.to-all")}</Button>
        )
      }
    >
      {show === "all" && t("ledger.empty.search.text")}
    </Empty>
  );
}
