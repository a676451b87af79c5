import { Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconMailX } from "./icons";
import css from "./WarningSign.module.css";

interface Props {
  /** pin: the address is missing, black and filled, to be found at once in a long list. */
  kind: "pin" | "mail" | "other";
  label: string;
}

/** A sign with a name, after what it warns of. */
export function WarningSign({ kind, label }: Props) {
  return (
    <Tooltip label={label}>
      <span className={css.sign} data-kind={kind} role="img" aria-label={label}>
        {kind === "pin" ? (
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" fill="currentColor">
            <path d="M5 1.5h6v1.4l-.9.8v3l2.2 2.2v1.3H8.7V15l-.7.8-.7-.8v-4.8H3.7V8.9l2.2-2.2v-3L5 2.9Z" />
          </svg>
        ) : kind === "mail" ? (
          <IconMailX size={15} stroke={1.7} aria-hidden />
        ) : (
          <IconAlertTriangle size={15} stroke={1.7} aria-hidden />
        )}
      </span>
    </Tooltip>
  );
}
