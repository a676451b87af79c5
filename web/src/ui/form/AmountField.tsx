import { readAmount } from "~/format/read";
import { useF } from "~/text/format";
import { TextField } from "./TextField";

interface Props {
  name: string;
  label: string;
  help?: string;
  required?: boolean;
}

/** An amount as people type it; shown in the language's own form when the field is left. Read it with readAmount. */
export function AmountField(props: Props) {
  const f = useF();
  return (
    <TextField
      {...props}
      kind="amount"
      suffix="kr"
      onLeave={(typed) => {
        const amount = readAmount(typed);
        return amount && f.money(amount);
      }}
    />
  );
}
