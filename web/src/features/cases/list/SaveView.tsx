import { useId, useState } from "react";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Ends } from "~/ui/Ends";
import { BareField } from "~/ui/form/BareField";

/** Asks for the name of the view that is kept. */
export function SaveView({ onSave, onClose }: { onSave: (name: string) => void; onClose: () => void }) {
  const t = useT();
  const id = useId();
  const [name, setName] = useState("");
  return (
    <Dialog title={t("views.save")} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) onSave(name.trim());
        }}
      >
        <BareField id={id} label={t("views.name")} help={t("views.name.help")} value={name} onType={setName} />
        <Ends>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button kind="primary" type="submit">
            {t("common.save")}
          </Button>
        </Ends>
      </form>
    </Dialog>
  );
}
