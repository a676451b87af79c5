import { useId, useState } from "react";
import { Link } from "react-router";
import { useGroupNames, useGroups } from "~/api/groups";
import { useOrg } from "~/api/me";
import { type TextId, useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Suggest } from "~/ui/form/Suggest";
import { IconButton } from "~/ui/IconButton";
import { IconPlus, IconX } from "~/ui/icons";
import css from "./Automation.module.css";
import { groupFault, type Typed, withGroup } from "./rules";

interface Props {
  typed: Typed;
  may: boolean;
  fault: TextId | undefined;
  onChange: (change: Partial<Typed>) => void;
}

/** Groups of customers that never start by themselves: those in use are offered, each can be let go. */
export function Groups({ typed, may, fault, onChange }: Props) {
  const t = useT();
  const id = useId();
  const [missed, setMissed] = useState<TextId>();
  const { groups, group } = typed;
  const offered = useGroupNames(useOrg(), group).filter((one) => !groups.includes(one));
  const wrong = missed ?? fault;
  const add = () => {
    const now = group.trim() === "" ? "auto.groups.missing" : groupFault(typed);
    setMissed(now);
    if (!now) onChange({ groups: withGroup(typed), group: "" });
  };
  return (
    <>
      {groups.length === 0 ? (
        <p className={css.lead}>{t("auto.groups.none")}</p>
      ) : (
        <ul className={css.lacks}>
          {groups.map((one) => (
            <One
              key={one}
              group={one}
              may={may}
              onRemove={() => onChange({ groups: groups.filter((other) => other !== one) })}
            />
          ))}
        </ul>
      )}
      {may && (
        <div className={css.add}>
          <Suggest
            id={`${id}-group`}
            label={t("debtor.group")}
            help={t("auto.groups.help")}
            value={group}
            options={offered}
            onType={(value) => {
              setMissed(undefined);
              onChange({ group: value });
            }}
            onEnter={add}
            fault={wrong && t(wrong)}
          />
          <Button icon={IconPlus} onPress={add}>
            {t("auto.groups.add")}
          </Button>
        </div>
      )}
    </>
  );
}

function One({ group, may, onRemove }: { group: string; may: boolean; onRemove: () => void }) {
  const t = useT();
  const org = useOrg();
  const known = useGroups(org).data;
  const n = known && (known.find((one) => one.name === group)?.debtors ?? 0);
  return (
    <li className={css.lack}>
      <Link to={`/${org}/skyldnere?${new URLSearchParams({ gruppe: group })}`}>{group}</Link>
      {n !== undefined && <span>{t("auto.groups.size", { n })}</span>}
      {may && <IconButton plain icon={IconX} label={t("auto.groups.remove", { group })} onPress={onRemove} />}
    </li>
  );
}
