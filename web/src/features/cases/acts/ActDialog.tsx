import type { Act, ActOffer, Case } from "~/api/types";
import { isZero } from "~/format/money";
import { readAmount, readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { rules, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { Money } from "~/ui/Money";
import { actName, actTexts } from "../words";
import { ActFields, asked } from "./ActFields";
import css from "./Acts.module.css";
import { useAct } from "./useStraight";

interface Props {
  one: Case;
  offer: ActOffer;
  etag: string | undefined;
  onClose: () => void;
}

const shapes = {
  until: rules.optionalDay("fault.day"),
  first: rules.day("fault.day"),
  on: rules.optionalDay("fault.day"),
  amount: rules.amount("fault.amount"),
  claim: rules.text(),
  every_days: rules.text(),
  count: rules.text(),
  groundless: rules.truth(),
  outcome: rules.text(),
  reference: rules.text(),
};

/** Asks for what an act needs, and shows its cost before the press. */
export function ActDialog({ one, offer, etag, onClose }: Props) {
  const t = useT();
  const f = useF();
  const act = useAct(one.case, etag);
  const names = asked[offer.act] ?? [];
  const fields = rules.shape(Object.fromEntries(names.map((name) => [name, shapes[name]])) as typeof shapes);
  const form = useFields(fields as never, {
    until: "",
    first: "",
    on: f.day(f.today),
    amount: "",
    claim: one.claims[0]?.number ?? "",
    every_days: "30",
    count: "3",
    groundless: false,
    outcome: "judgment",
    reference: "",
  });
  const save = async (typed: Record<string, unknown>) => {
    const words: Act = { act: offer.act };
    if (offer.letter) words.letter = offer.letter;
    if (offer.other) words.other = offer.other;
    if (offer.kind && (offer.act === "legal" || offer.act === "filed"))
      words.kind = offer.kind as NonNullable<Act["kind"]>;
    for (const name of names) {
      const value = typed[name];
      if (name === "groundless") words.groundless = value === true;
      else if (name === "outcome") words.outcome = value as NonNullable<Act["outcome"]>;
      else if (name === "reference") {
        if (String(value).trim()) words.reference = String(value).trim();
      } else if (name === "claim") words.claim = String(value);
      else if (name === "amount") words.amount = readAmount(String(value)) ?? "";
      else if (name === "count" || name === "every_days") words[name] = Number(value);
      else {
        const day = readDay(String(value), f.today);
        if (day) words[name] = day;
      }
    }
    await act(offer, words);
    onClose();
  };
  const { id, values } = actName(offer);
  const text = actTexts[offer.act];
  return (
    <FormDialog
      title={t("act.ask", { act: t(id, values) })}
      act={t(id, values)}
      onClose={onClose}
      form={form}
      onSave={save}
    >
      {text && <p className={css.lead}>{t(text)}</p>}
      <ActFields names={names} one={one} />
      {offer.cost !== undefined && (
        <p className={css.cost}>
          <span>{isZero(offer.cost) ? t("act.cost.none") : t("act.cost")}</span>
          <b>
            <Money of={offer.cost} unit />
          </b>
        </p>
      )}
    </FormDialog>
  );
}
