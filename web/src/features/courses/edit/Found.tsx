import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Notice } from "~/ui/Notice";

/** What one wrote here and did not store is here again; one press begins anew. */
export function Found({ onReset }: { onReset: () => void }) {
  const t = useT();
  return (
    <Notice tone="plain">
      {t("courses.found")}{" "}
      <Button kind="text" onPress={onReset}>
        {t("courses.found.reset")}
      </Button>
    </Notice>
  );
}
