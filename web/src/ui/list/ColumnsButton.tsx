import { useT } from "~/text/texts";
import { Checks } from "../Checks";
import { IconColumns3 } from "../icons";
import { PopButton } from "../PopButton";

interface Props<C extends string> {
  /** The columns one may do without, in their order. */
  options: { value: C; label: string }[];
  hidden: readonly string[];
  onHide: (hidden: C[]) => void;
}

/** Which columns are shown. The choice is kept, and is also what an export gets. */
export function ColumnsButton<C extends string>({ options, hidden, onHide }: Props<C>) {
  const t = useT();
  const all = options.map(({ value }) => value);
  return (
    <PopButton icon={IconColumns3} label={t("cases.columns")}>
      <Checks
        label={t("cases.columns")}
        options={options}
        picked={all.filter((id) => !hidden.includes(id))}
        onPick={(picked) => onHide(all.filter((id) => !picked.includes(id)))}
      />
    </PopButton>
  );
}
