import { rulesOf, setAutomation, useAutomation, useAutomationMoved } from "~/api/automation";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import type { Debtor } from "~/api/types";
import { useTold } from "~/text/problems";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { useDone } from "~/ui/Toasts";

/** Takes the debtor out of what starts by itself, and back; it can be undone. */
export function ExcludeButton({ one }: { one: Debtor }) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const told = useTold();
  const moved = useAutomationMoved();
  const may = useMay("manage_creditor");
  const asked = useAutomation(org).data;
  if (!may || !asked) return null;
  const out = asked.value.excluded?.includes(one.debtor) ?? false;
  const turn = async (exclude: boolean, etag: string | undefined, undo: boolean) => {
    const others = (asked.value.excluded ?? []).filter((debtor) => debtor !== one.debtor);
    try {
      await setAutomation(org, { ...rulesOf(asked.value), excluded: exclude ? [...others, one.debtor] : others }, etag);
      done({
        text: t(exclude ? "auto.excluded.done" : "auto.included.done", { name: one.name }),
        ...(undo ? { undo: () => void turn(!exclude, undefined, false) } : {}),
      });
    } catch (error) {
      done({ text: told(asProblem(error)).what });
    }
    await moved();
  };
  return <Button onPress={() => turn(!out, asked.etag, true)}>{t(out ? "auto.include" : "auto.exclude")}</Button>;
}
