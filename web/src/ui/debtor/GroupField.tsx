import { useController } from "react-hook-form";
import { useGroups } from "~/api/groups";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { useFieldId } from "../form/ids";
import { Suggest } from "../form/Suggest";
import { useFault } from "../form/useFault";
import { useSettled } from "../useSettled";

/** The group of a customer; the form's field `group`. Those in use are offered, so that one is not written in two ways. */
export function GroupField() {
  const t = useT();
  const fault = useFault();
  const { field, fieldState } = useController({ name: "group", defaultValue: "" });
  const groups = useGroups(useOrg(), useSettled(field.value as string));
  return (
    <Suggest
      ref={field.ref}
      id={useFieldId("group")}
      label={t("debtor.group")}
      help={t("debtor.group.help")}
      value={field.value as string}
      options={groups}
      onType={field.onChange}
      onLeave={field.onBlur}
      fault={fault(fieldState.error?.message)}
    />
  );
}
