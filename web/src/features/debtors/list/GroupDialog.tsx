import { useDebtorMoved } from "~/api/debtor";
import { type GroupResult, type GroupWish, groupDebtors } from "~/api/groups";
import { intent, useIntent } from "~/api/key";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { GroupField } from "~/ui/debtor/GroupField";
import { rules, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { Notice } from "~/ui/Notice";
import { useDone } from "~/ui/Toasts";

export type Which = Pick<GroupWish, "debtors" | "filter" | "count">;

interface Props {
  which: Which;
  count: number;
  onClose: () => void;
  onDone: () => void;
}

/** The server takes no more at once. */
const mostAtOnce = 10_000;
const fields = rules.shape({ group: rules.text() });

/** One group for many debtors, with the way back to the groups they had. */
export function GroupDialog({ which, count, onClose, onDone }: Props) {
  const t = useT();
  const org = useOrg();
  const key = useIntent();
  const done = useDone();
  const moved = useDebtorMoved();
  const form = useFields(fields, { group: "" });
  const undo = async (before: GroupResult["before"]) => {
    try {
      for (const { group, debtors } of before) await groupDebtors(org, { group, debtors }, intent());
    } finally {
      await moved();
    }
    done({ text: t("groups.undone") });
  };
  const save = async (values: { group: string }) => {
    const group = values.group.trim();
    const body: GroupWish = { group, ...which };
    const { changed, before } = await groupDebtors(org, body, key(body));
    await moved();
    done({
      text: group ? t("groups.done", { n: changed, group }) : t("groups.done.out", { n: changed }),
      ...(changed ? { undo: () => undo(before) } : {}),
    });
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t("groups.set.title", { n: count })}
      form={form}
      act={t("groups.set.act")}
      onSave={save}
      onClose={onClose}
      instead={count > mostAtOnce && <Notice tone="bad">{t("groups.set.most", { n: count, most: mostAtOnce })}</Notice>}
    >
      <GroupField help="groups.set.help" />
    </FormDialog>
  );
}
