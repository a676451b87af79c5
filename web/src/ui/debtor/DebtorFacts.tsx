import { Link } from "react-router";
import { useOrg } from "~/api/me";
import type { DebtorBrief } from "~/api/types";
import { useT } from "~/text/texts";
import { Button } from "../Button";
import { HelpLink } from "../help/HelpLink";
import { Notice } from "../Notice";
import css from "./DebtorFacts.module.css";

interface Props {
  debtor: DebtorBrief;
  /** Opens where the kind is chosen, for those who may. */
  onKind?: (() => void) | undefined;
}

/** Name, numbers, address and ways to reach a debtor; what is missing is said, with the way to find it. */
export function DebtorFacts({ debtor, onKind }: Props) {
  const t = useT();
  const org = useOrg();
  const lines = debtor.address_lines ?? [];
  const person = debtor.kind !== "company" && debtor.kind !== "public";
  return (
    <div className={css.facts}>
      <p className={css.name}>{debtor.name}</p>
      {debtor.kind ? (
        <p>{t(`kind.${debtor.kind}`)}</p>
      ) : (
        <p>
          {t("kind.unknown")}{" "}
          {onKind && (
            <Button kind="text" onPress={onKind}>
              {t("kind.set")}
            </Button>
          )}
        </p>
      )}
      {debtor.org_number && <p className="numbers">{debtor.org_number.replace(/(\d{3})(?=\d)/g, "$1\u00a0")}</p>}
      {debtor.customer && <p>{t("debtor.customer", { number: debtor.customer })}</p>}
      {debtor.group && (
        <p>
          <Link to={`/${org}/skyldnere?${new URLSearchParams({ gruppe: debtor.group })}`}>
            {t("debtor.group.is", { group: debtor.group })}
          </Link>
        </p>
      )}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {debtor.address_missing && (
        <Notice tone="wait">
          {t("debtor.no-address")} {person && <HelpLink article="find-address">{t("debtor.find-address")}</HelpLink>}
        </Notice>
      )}
      {debtor.protected_address && <Notice tone="wait">{t("sign.address_protected")}</Notice>}
      {debtor.email ? <a href={`mailto:${debtor.email}`}>{debtor.email}</a> : <p>{t("debtor.no-email")}</p>}
      {debtor.phone && <p className="numbers">{debtor.phone}</p>}
    </div>
  );
}
