import { useState } from "react";
import { useGroups } from "~/api/groups";
import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Checks } from "../Checks";
import { Failure } from "../Empty";
import { BareField } from "../form/BareField";
import { Bar } from "../Skeleton";
import css from "./GroupChoice.module.css";

interface Props {
  group: string | undefined;
  onGroup: (group: string | undefined) => void;
}

/** From so many on one types to find a group. */
const many = 10;

/** One of the groups in use, each with how many customers are in it. */
export function GroupChoice({ group, onGroup }: Props) {
  const t = useT();
  const f = useF();
  const { data, error, refetch } = useGroups(useOrg());
  const [typed, setTyped] = useState("");
  if (error && !data) return <Failure problem={asProblem(error)} again={refetch} />;
  if (!data) return <Bar width={160} />;
  // A group that nobody is in any more can still stand in an address.
  const known = group === undefined || data.some(({ name }) => name === group);
  const all = known ? data : [{ name: group, debtors: 0 }, ...data];
  if (all.length === 0) return <p className={css.none}>{t("groups.none")}</p>;
  const part = typed.trim().toLocaleLowerCase();
  const shown = all.filter(({ name }) => name.toLocaleLowerCase().includes(part));
  return (
    <div className={css.choice}>
      {all.length >= many && <BareField id="group-part" label={t("groups.find")} value={typed} onType={setTyped} />}
      {shown.length === 0 && <p className={css.none}>{t("groups.no-such")}</p>}
      <Checks
        label={t("debtor.group")}
        options={shown.map(({ name, debtors }) => ({ value: name, label: `${name} (${f.count(debtors)})` }))}
        picked={group === undefined ? [] : [group]}
        onPick={(picked) => onGroup(picked.at(-1))}
      />
    </div>
  );
}
