import { useT } from "~/text/texts";
import { WarningSign } from "~/ui/WarningSign";

/** The signs right after a name: the black pin of a missing address, and an address that looks wrong. */
export function Warnings({ missing, doubtful }: { missing: boolean; doubtful?: boolean | undefined }) {
  const t = useT();
  if (missing) return <WarningSign kind="pin" label={t("warning.no-address")} />;
  if (doubtful) return <WarningSign kind="mail" label={t("warning.doubtful-address")} />;
  return null;
}
