import { useEffect, useRef } from "react";
import { type UseFormReturn, useFormState, useWatch } from "react-hook-form";
import { useOrg } from "~/api/me";
import { Problem } from "~/api/problem";
import type { Act, ActOffer, Case } from "~/api/types";
import { addUp, isZero } from "~/format/money";
import { actName } from "~/text/acts";
import { useF } from "~/text/format";
import { useToldOnce } from "~/text/problems";
import { useT } from "~/text/texts";
import { rules, useFields } from "~/ui/form";
import { FormDialog } from "~/ui/form/FormDialog";
import { Money } from "~/ui/Money";
import { type Foreseen, foresee } from "../api/foresee";
import { actTexts } from "../words";
import { ActFields } from "./ActFields";
import css from "./Acts.module.css";
import { Foresee } from "./Foresee";
import { useForesight } from "./useForesight";
import { useAct } from "./useStraight";
import { asked, placeOf, shapes, wishOf } from "./wish";

interface Props {
  one: Case;
  offer: ActOffer;
  etag: string | undefined;
  onClose: () => void;
}

/** Neither costs nor gives up anything, and can be taken back; the server tries no joining beforehand. */
const light = new Set<ActOffer["act"]>(["pause", "merge", "unmerge"]);

/** Whether what comes of it must have been seen before it is done. */
const weighs = (seen: Foreseen) => seen.costs.length > 0 || seen.written_off !== null;

/** Asks for what an act needs, and shows what it costs and what comes of it before the press. */
export function ActDialog({ one, offer, etag, onClose }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const act = useAct(one.case, etag);
  const names = asked[offer.act] ?? [];
  const fields = rules.shape(Object.fromEntries(names.map((name) => [name, shapes[name]])) as typeof shapes);
  const form = useFields(fields as never, {
    until: "",
    first: "",
    on: f.day(f.today),
    amount: "",
    claim: offer.act === "interest" ? "" : (one.claims[0]?.number ?? ""),
    every_days: "30",
    count: "3",
    groundless: false,
    outcome: "judgment",
    reference: "",
    why: "",
    course: "",
    rate: "",
  }) as unknown as UseFormReturn<Record<string, unknown>>;
  const typed = useWatch({ control: form.control }) as Record<string, unknown>;
  const ready = Object.keys(fields(typed as never)).length === 0;
  const wish = ready && !light.has(offer.act) ? wishOf(offer, typed, f.today) : undefined;
  const sight = useForesight([org, one.case, etag], (asks: Act) => foresee(org, one.case, asks), wish);
  const panel = useRef<HTMLElement>(null);
  useRefusedField(form, sight.seen?.refused ?? undefined);
  const save = async (values: Record<string, unknown>) => {
    const words = wishOf(offer, values, f.today);
    if (!light.has(offer.act)) {
      const seen = sight.seen ?? (await sight.now(words).catch(() => undefined));
      const refused = seen?.refused;
      if (refused) {
        const field = placeOf(refused);
        if (field) throw new Problem({ ...refused, field, type: "about:blank", title: "", status: 409 });
      }
      // A press that was quicker than the answer: the price stands there now, and the next press means it.
      if (refused || (seen && !sight.seen && weighs(seen))) {
        panel.current?.focus();
        return;
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
      act={useVerb(t(id, values), wish, sight.seen)}
      onClose={onClose}
      form={form}
      onSave={save}
    >
      {text && <p className={css.lead}>{t(text)}</p>}
      <ActFields act={offer.act} one={one} />
      {!light.has(offer.act) && <Foresee of={sight} offer={offer} ready={ready} ref={panel} />}
      {offer.cost !== undefined && (
        <p className={css.cost}>
          <span>{isZero(offer.cost) ? t("act.cost.none") : t("act.cost")}</span>
          {!isZero(offer.cost) && (
            <b>
              <Money of={offer.cost} unit />
            </b>
          )}
        </p>
      )}
    </FormDialog>
  );
}

/** The verb on the button, with the amount that is booked when there is one. */
function useVerb(act: string, wish: Act | undefined, seen: Foreseen | undefined): string {
  const t = useT();
  const f = useF();
  if (!seen || seen.refused) return act;
  if (seen.written_off) return t("act.with.off", { act, sum: f.money(seen.written_off.total) });
  if (seen.costs.length) return t("act.with.costs", { act, sum: f.money(addUp(seen.costs.map((row) => row.amount))) });
  if (wish?.act === "credit" && wish.amount) return t("act.with.amount", { act, sum: f.money(wish.amount) });
  return act;
}

/** What would be refused stands at its field before the press, until something else is typed. */
function useRefusedField(form: UseFormReturn<Record<string, unknown>>, refused: Foreseen["refused"] | undefined) {
  const told = useToldOnce();
  const field = refused ? placeOf(refused) : undefined;
  const { errors } = useFormState({ control: form.control });
  const there = field && errors[field] !== undefined;
  useEffect(() => {
    if (!refused || !field || there) return;
    let live = true;
    void told(refused).then(({ what, remedy }) => {
      if (live) form.setError(field, { type: "foreseen", message: remedy ? `${what} ${remedy}` : what });
    });
    return () => {
      live = false;
    };
  }, [form, told, refused, field, there]);
  useEffect(() => {
    if (!field) return;
    return () => form.clearErrors(field);
  }, [form, field]);
}
