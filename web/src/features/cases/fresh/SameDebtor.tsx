import { useFormContext, useWatch } from "react-hook-form";
import { useFoundDebtors } from "~/api/debtor";
import { useOrg } from "~/api/me";
import type { DebtorBrief } from "~/api/types";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Notice } from "~/ui/Notice";
import { useSettled } from "~/ui/useSettled";
import type { Typed } from "./fields";
import css from "./More.module.css";

const words = (text: string) => text.trim().toLowerCase().replace(/\s+/g, " ");
const digits = (text: string) => text.replace(/\D/g, "");
const enough = 3;

/** Whether it is the debtor of this name, or of this organisation number. */
const isSame = (one: DebtorBrief, name: string, org: string) =>
  words(one.name) === words(name) || (org !== "" && digits(one.org_number ?? "") === org);

/** The typed name or number is that of a debtor who is known: the case may be of that one, so that there are not two. */
export function SameDebtor() {
  const t = useT();
  const org = useOrg();
  const form = useFormContext<Typed>();
  const [name, number] = useSettled(
    useWatch({ control: form.control, name: ["name", "org_number"] }).join("\n"),
    400,
  ).split("\n") as [string, string];
  const whole = digits(number).length === 9 ? digits(number) : "";
  const byName = useFoundDebtors(org, name.trim(), name.trim().length >= enough).data?.rows ?? [];
  const byNumber = useFoundDebtors(org, whole, whole !== "").data?.rows ?? [];
  const same = [...new Map([...byNumber, ...byName].map((one) => [one.debtor, one])).values()]
    .filter((one) => isSame(one, name, whole))
    .slice(0, 3);
  if (same.length === 0) return null;
  const use = (one: DebtorBrief) => {
    form.setValue("debtor", String(one.debtor));
    form.setValue("who", "known");
    form.clearErrors();
  };
  const called = (one: DebtorBrief) =>
    one.customer ? t("new.same.customer", { name: one.name, number: one.customer }) : one.name;
  return (
    <div role="status">
      <Notice tone="wait">
        <p>{t("new.same", { n: same.length })}</p>
        <ul className={css.same}>
          {same.map((one) => (
            <li key={one.debtor}>
              <span>{one.address_lines?.join(", ")}</span>
              <Button onPress={() => use(one)}>{t("new.same.use", { debtor: called(one) })}</Button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
