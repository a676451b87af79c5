import { useId, useState } from "react";
import { useController, useWatch } from "react-hook-form";
import { useT } from "~/text/texts";
import { Checks } from "~/ui/Checks";
import { Radios } from "~/ui/form";
import { BareField } from "~/ui/form/BareField";
import { useFault } from "~/ui/form/useFault";
import css from "../page/Export.module.css";
import { useExportable } from "../page/ExportPage";

/** More than these are looked for by name. */
const few = 8;

/** Whose cases: the creditor of the page, all, or some of them. */
export function Whose() {
  const t = useT();
  const creditors = useExportable();
  const whose = useWatch({ name: "whose" });
  const here = creditors[0];
  if (creditors.length < 2) return <p>{here?.name}</p>;
  return (
    <div className={css.choices}>
      <Radios
        name="whose"
        label={t("exports.whose")}
        options={[
          { value: "this", label: here?.name ?? "" },
          { value: "all", label: t("exports.whose.all", { n: creditors.length }) },
          { value: "some", label: t("exports.whose.some") },
        ]}
      />
      {whose === "some" && <Some creditors={creditors} />}
    </div>
  );
}

function Some({ creditors }: { creditors: { org_number: string; name: string }[] }) {
  const t = useT();
  const id = useId();
  const fault = useFault();
  const { field, fieldState } = useController({ name: "creditors" });
  const [typed, setTyped] = useState("");
  const words = typed.trim().toLowerCase();
  const picked: string[] = field.value;
  const found = creditors.filter(
    (one) => one.name.toLowerCase().includes(words) || one.org_number.startsWith(words.replaceAll(" ", "")),
  );
  const message = fault(fieldState.error?.message);
  return (
    <div className={css.many} ref={field.ref} tabIndex={-1}>
      {creditors.length > few && (
        <BareField id={id} label={t("exports.whose.search")} value={typed} onType={setTyped} />
      )}
      <div>
        <Checks
          label={t("exports.whose.some")}
          options={found.map((one) => ({ value: one.org_number, label: one.name }))}
          picked={picked}
          onPick={field.onChange}
        />
        {found.length === 0 && <p className={css.help}>{t("exports.whose.nobody")}</p>}
      </div>
      {creditors.length > few && <p className={css.help}>{t("exports.whose.picked", { n: picked.length })}</p>}
      {message && <p className={css.fault}>{message}</p>}
    </div>
  );
}
