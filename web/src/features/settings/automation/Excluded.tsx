import { Link } from "react-router";
import { useDebtor } from "~/api/debtor";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { IconButton } from "~/ui/IconButton";
import { IconX } from "~/ui/icons";
import css from "./Automation.module.css";

interface Props {
  rows: number[];
  onChange: (rows: number[]) => void;
}

/** Customers who never start by themselves; each can be let go. */
export function Excluded({ rows, onChange }: Props) {
  const t = useT();
  if (rows.length === 0) return <p className={css.lead}>{t("auto.excluded.none")}</p>;
  return (
    <ul className={css.lacks}>
      {rows.map((debtor) => (
        <One key={debtor} debtor={debtor} onRemove={() => onChange(rows.filter((one) => one !== debtor))} />
      ))}
    </ul>
  );
}

function One({ debtor, onRemove }: { debtor: number; onRemove: () => void }) {
  const t = useT();
  const org = useOrg();
  const name = useDebtor(org, debtor).data?.value.name ?? String(debtor);
  return (
    <li className={css.lack}>
      <Link to={`/${org}/skyldnere/${debtor}`}>{name}</Link>
      <IconButton plain icon={IconX} label={t("auto.excluded.remove", { name })} onPress={onRemove} />
    </li>
  );
}
