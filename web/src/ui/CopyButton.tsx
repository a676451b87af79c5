import { useState } from "react";
import { useT } from "~/text/texts";
import { Button } from "./Button";
import { IconButton } from "./IconButton";
import { IconCheck, IconCopy } from "./icons";

interface Props {
  text: string;
  /** What is copied, for the name of the button. */
  what: string;
  /** Shows the name on the button. */
  worded?: boolean;
}

/** Copies a text, and says that it did. */
export function CopyButton({ text, what, worded }: Props) {
  const t = useT();
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setDone(true);
    setTimeout(() => setDone(false), 2000);
  };
  const label = done ? t("common.copied") : t("common.copy", { what });
  const icon = done ? IconCheck : IconCopy;
  return (
    <>
      {worded ? (
        <Button kind="text" icon={icon} onPress={copy}>
          {label}
        </Button>
      ) : (
        <IconButton plain icon={icon} label={label} onPress={copy} />
      )}
      <span className="ear-only" role="status">
        {done ? t("common.copied") : ""}
      </span>
    </>
  );
}
