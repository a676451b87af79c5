import { useT } from "~/text/texts";
import { DebtorFinder } from "~/ui/debtor/DebtorFinder";
import { Choice, rules, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import css from "./Automation.module.css";
import { type Customer, customerNames, type Level } from "./rules";

interface Props {
  one: Customer | undefined;
  /** Who stands in the list already. */
  taken: number[];
  onSet: (one: Customer) => void;
  onClose: () => void;
}

const levels = ["off", "propose", "do"] as const;
const text = rules.text();

/** A customer, and what goes otherwise for it; the rules are kept when the page is saved. */
export function CustomerDialog({ one, taken, onSet, onClose }: Props) {
  const t = useT();
  const fields = rules.also(
    rules.shape({ debtor: text, start: text, send: text, rest_note: text, close: text, legal: text }),
    ({ debtor }) => ({
      debtor:
        !one && (debtor === "" ? "auto.customers.missing" : taken.includes(Number(debtor)) && "auto.customers.known"),
    }),
  );
  const form = useFields(fields, {
    debtor: one ? String(one.debtor) : "",
    start: one?.start ?? "",
    send: one?.send ?? "",
    rest_note: one?.rest_note ?? "",
    close: one?.close ?? "",
    legal: one?.legal ?? "",
  });
  const save = async (typed: Record<"debtor" | (typeof customerNames)[number], string>) => {
    const set: Customer = { debtor: Number(typed.debtor) };
    for (const act of customerNames) set[act] = (typed[act] || null) as Level | null;
    onSet(set);
    onClose();
  };
  return (
    <FormDialog
      title={t("auto.customers.title")}
      act={t("auto.customers.set")}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <p className={css.lead}>{t("auto.customers.text")}</p>
      {!one && <DebtorFinder />}
      {customerNames.map((act) => (
        <Choice
          key={act}
          name={act}
          label={t(act === "start" ? "auto.begin" : `auto.${act}`)}
          options={[
            { value: "", label: t("auto.level.usual") },
            ...levels.map((value) => ({ value, label: t(`auto.${act}.${value}`) })),
          ]}
        />
      ))}
    </FormDialog>
  );
}
