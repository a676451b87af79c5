import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { PeriodForm } from "~/ui/form/PeriodForm";
import { Pill } from "~/ui/Pill";

interface Props {
  from: string | undefined;
  to: string | undefined;
  onSet: (period: { fra: string | undefined; til: string | undefined }) => void;
}

/** The days that are shown: from and to, either may be open. */
export function PeriodPill({ from, to, onSet }: Props) {
  const t = useT();
  const f = useF();
  const value = from || to ? `${from ? f.day(from) : ""}–${to ? f.day(to) : ""}` : undefined;
  return (
    <Pill name={t("payments.period")} value={value} onClear={() => onSet({ fra: undefined, til: undefined })}>
      {(close) => (
        <PeriodForm
          from={from}
          to={to}
          onSet={({ from: fra, to: til }) => {
            onSet({ fra, til });
            close();
          }}
        />
      )}
    </Pill>
  );
}
