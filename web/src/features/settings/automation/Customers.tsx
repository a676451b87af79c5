import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import { useDebtor } from "~/api/debtor";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { IconPlus, IconX } from "~/ui/icons";
import css from "./Automation.module.css";
import { type Customer, customerNames } from "./rules";

const CustomerDialog = lazy(async () => ({ default: (await import("./CustomerDialog")).CustomerDialog }));

interface Props {
  rows: Customer[];
  may: boolean;
  onChange: (rows: Customer[]) => void;
}

/** What one customer has otherwise, in a few words. */
export function useOtherwise(): (one: Customer) => string {
  const t = useT();
  return (one) =>
    customerNames
      .flatMap((act) => {
        const level = one[act];
        const name = t(act === "start" ? "auto.begin" : `auto.${act}`);
        return level ? [t("auto.level.of", { act: name, level: t(`auto.level.${level}`) })] : [];
      })
      .join(" · ");
}

/** Customers for whom something goes otherwise than for all: found, set and let go. */
export function Customers({ rows, may, onChange }: Props) {
  const t = useT();
  const [open, setOpen] = useState<Customer | "new">();
  const set = (one: Customer) =>
    onChange(open === "new" ? [...rows, one] : rows.map((row) => (row.debtor === one.debtor ? one : row)));
  return (
    <>
      {rows.length === 0 ? (
        <p className={css.lead}>{t("auto.customers.none")}</p>
      ) : (
        <ul className={css.lacks}>
          {rows.map((row) => (
            <One
              key={row.debtor}
              one={row}
              may={may}
              onOpen={() => setOpen(row)}
              onRemove={() => onChange(rows.filter((other) => other !== row))}
            />
          ))}
        </ul>
      )}
      {may && (
        <div>
          <Button icon={IconPlus} onPress={() => setOpen("new")}>
            {t("auto.customers.add")}
          </Button>
        </div>
      )}
      {open && (
        // Its form is not the one it stands in.
        <div onSubmit={(event) => event.stopPropagation()}>
          <Suspense fallback={null}>
            <CustomerDialog
              one={open === "new" ? undefined : open}
              taken={rows.map((row) => row.debtor)}
              onSet={set}
              onClose={() => setOpen(undefined)}
            />
          </Suspense>
        </div>
      )}
    </>
  );
}

function One({
  one,
  may,
  onOpen,
  onRemove,
}: {
  one: Customer;
  may: boolean;
  onOpen: () => void;
  onRemove: () => void;
}) {
  const t = useT();
  const org = useOrg();
  const otherwise = useOtherwise();
  const name = useDebtor(org, one.debtor).data?.value.name ?? String(one.debtor);
  return (
    <li className={css.lack}>
      <Link to={`/${org}/skyldnere/${one.debtor}`}>{name}</Link>
      <span>{otherwise(one)}</span>
      {may && (
        <span className={css.oneActs}>
          <Button kind="text" label={t("auto.customers.change", { name })} onPress={onOpen}>
            {t("auto.customers.edit")}
          </Button>
          <IconButton plain icon={IconX} label={t("auto.customers.remove", { name })} onPress={onRemove} />
        </span>
      )}
    </li>
  );
}
