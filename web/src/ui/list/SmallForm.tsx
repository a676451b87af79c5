import { useId, useState } from "react";
import { useT } from "~/text/texts";
import { Button } from "../Button";
import { BareField } from "../form/BareField";
import css from "./SmallForm.module.css";

interface Props {
  label: string;
  first: string;
  fault: string | undefined;
  onSet: (typed: string) => void;
}

/** One value of a filter that is typed. */
export function SmallForm({ label, first, fault, onSet }: Props) {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState(first);
  return (
    <form
      className={css.inPill}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSet(typed);
      }}
    >
      <BareField id={id} label={label} value={typed} onType={setTyped} fault={fault} />
      <Button type="submit" kind="primary">
        {t("filter.use")}
      </Button>
    </form>
  );
}
