import { useId, useState } from "react";
import { useWatch } from "react-hook-form";
import { useMe } from "~/api/me";
import type { Role } from "~/api/types";
import { useT } from "~/text/texts";
import { Check, Choice, fieldGroup } from "~/ui/form";
import { BareField } from "~/ui/form/BareField";
import css from "../page/Settings.module.css";

/** More creditors than these are looked for by name. */
const few = 8;

export const roles = ["owner", "administrator", "handler", "reader", "client"] as const satisfies readonly Role[];

/** What somebody may do, and for which creditors; `only_999999999` is a box each. */
export function RightsFields() {
  const t = useT();
  const creditors = useMe()?.creditors ?? [];
  const role = useWatch({ name: "role" }) as Role;
  const all = useWatch({ name: "all" });
  const only = useWatch({ name: "only" }) as RightsTyped["only"] | undefined;
  const id = useId();
  const [typed, setTyped] = useState("");
  const part = typed.trim().toLocaleLowerCase();
  const shown = creditors.filter((one) => `${one.name} ${one.org_number}`.toLocaleLowerCase().includes(part));
  const chosen = Object.values(only ?? {}).filter(Boolean).length;
  return (
    <>
      <Choice
        name="role"
        label={t("people.role")}
        help={t(`role.${role}.help`)}
        options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      {role !== "owner" && (
        <fieldset className={fieldGroup}>
          <legend>{t("people.reach")}</legend>
          {role !== "client" && <Check name="all" label={t("people.reach.all")} />}
          {(role === "client" || !all) && (
            <>
              {creditors.length > few && (
                <BareField id={`${id}-find`} label={t("creditors.search")} value={typed} onType={setTyped} />
              )}
              {shown.map((one) => (
                <Check key={one.org_number} name={`only.c${one.org_number}`} label={one.name} />
              ))}
              {creditors.length > few && (
                <p className={css.lead} role="status">
                  {t("people.reach.chosen", { n: chosen })}
                </p>
              )}
            </>
          )}
        </fieldset>
      )}
    </>
  );
}

export interface RightsTyped {
  role: Role;
  all: boolean;
  only: Record<string, boolean>;
}

/** The creditors that were chosen; null is all. */
export function reachOf({ role, all, only }: RightsTyped): string[] | null {
  if (role === "owner" || (role !== "client" && all)) return null;
  return Object.entries(only)
    .filter(([, chosen]) => chosen)
    .map(([name]) => name.slice(1));
}
