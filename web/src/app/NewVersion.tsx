import { useEffect, useState } from "react";
import { onNewVersion } from "~/api/client";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import css from "./NewVersion.module.css";

/** A quiet line when the server has become another version: never by force. */
export function NewVersion() {
  const t = useT();
  const [ready, setReady] = useState(false);
  useEffect(() => onNewVersion(() => setReady(true)), []);
  if (!ready) return null;
  return (
    <div className={css.line} role="status">
      {t("bar.version")}
      <Button kind="text" onPress={() => location.reload()}>
        {t("failure.reload")}
      </Button>
    </div>
  );
}
