import { rulesOf, setAutomation, useAutomation, useAutomationMoved } from "~/api/automation";
import { useMay, useOrg } from "~/api/me";
import type { Debtor } from "~/api/types";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { ProblemNotice } from "~/ui/Notice";
import { useDone } from "~/ui/Toasts";
import { useTrying } from "~/ui/useTrying";

/** Takes the debtor out of what starts by itself, and back; it can be undone. */
export function ExcludeButton({ one }: { one: Debtor }) {
  const t = useT();
  const org = useOrg();
  const done = useDone();
  const turning = useTrying();
  const moved = useAutomationMoved();
  const may = useMay("manage_creditor");
  const asked = useAutomation(org).data;
  if (!may || !asked) return null;
  const out = asked.value.excluded?.includes(one.debtor) ?? false;
  const turn = async (exclude: boolean, etag: string | undefined, undo: boolean) => {
    const others = (asked.value.excluded ?? []).filter((debtor) => debtor !== one.debtor);
    try {
      await setAutomation(org, { ...rulesOf(asked.value), excluded: exclude ? [...others, one.debtor] : others }, etag);
    } finally {
      await moved();
    }
    done({
      text: t(exclude ? "auto.excluded.done" : "auto.included.done", { name: one.name }),
      ...(undo ? { undo: () => turn(!exclude, undefined, false) } : {}),
    });
  };
  return (
    <>
      <Button busy={turning.busy} onPress={() => turning.run(() => turn(!out, asked.etag, true))}>
        {t(out ? "auto.include" : "auto.exclude")}
      </Button>
      {turning.problem && <ProblemNotice problem={turning.problem} />}
    </>
  );
}
