import { useT } from "~/text/texts";
import { Radios } from "~/ui/form";
import { mandateRoles } from "../api/mandates";

/** What whoever is let in may be at most. */
export function RoleRadios() {
  const t = useT();
  const help = {
    administrator: t("mandates.administrator.help"),
    handler: t("role.handler.help"),
    reader: t("role.reader.help"),
  };
  return (
    <Radios
      name="role"
      label={t("mandates.role")}
      help={t("mandates.role.help")}
      options={mandateRoles.map((value) => ({ value, label: t(`role.${value}`), help: help[value] }))}
    />
  );
}
