import { useController } from "react-hook-form";
import { useGroupNames } from "~/api/groups";
import { useOrg } from "~/api/me";
import { type TextId, useT } from "~/text/texts";
import { useFieldId } from "../form/ids";
import { Suggest } from "../form/Suggest";
import { useFault } from "../form/useFault";
import { useLeave } from "../form/useLeave";

/** The group of a customer; the form's field `group`. Those in use are offered, so that one is not written in two ways. */
export function GroupField({ help = "debtor.group.help" }: { help?: TextId }) {
  const t = useT();
  const fault = useFault();
  const { field, fieldState } = useController({ name: "group", defaultValue: "" });
  const leave = useLeave(field, fieldState);
  const groups = useGroupNames(useOrg(), field.value as string);
  return (
    <Suggest
      ref={field.ref}
      id={useFieldId("group")}
      label={t("debtor.group")}
      help={t(help)}
      value={field.value as string}
      options={groups}
      onType={field.onChange}
      onLeave={leave}
      fault={fault(fieldState.error?.message)}
    />
  );
}
