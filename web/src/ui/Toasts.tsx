import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { asProblem } from "~/api/problem";
import { useToldOnce } from "~/text/problems";
import { useT } from "~/text/texts";
import { Button } from "./Button";
import { IconButton } from "./IconButton";
import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck, IconX } from "./icons";
import css from "./Toasts.module.css";

interface Toast {
  text: string;
  /** The way back; what it is refused is said in its place. */
  undo?: () => unknown;
}

const Tell = createContext<(toast: Toast) => void>(() => {});

/** Tells that something was done, for eight seconds, with the way back where there is one. */
export const useDone = () => useContext(Tell);

export function Toasts({ children }: { children: ReactNode }) {
  const t = useT();
  const [toast, setToast] = useState<(Toast & { key: number; refused?: boolean }) | undefined>();
  const told = useToldOnce();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = useCallback((told: Toast) => {
    clearTimeout(timer.current);
    setToast({ ...told, key: Date.now() });
    timer.current = setTimeout(() => setToast(undefined), 8000);
  }, []);
  const undo = async () => {
    setToast(undefined);
    try {
      await toast?.undo?.();
    } catch (error) {
      const { what, remedy } = await told(asProblem(error));
      clearTimeout(timer.current);
      // It stays until it has been read.
      setToast({
        text: [t("common.undo.refused"), what, remedy].filter(Boolean).join(" "),
        key: Date.now(),
        refused: true,
      });
    }
  };
  return (
    <Tell value={tell}>
      {children}
      <div className={css.place} role="status">
        {toast && (
          <div className={css.toast} key={toast.key} data-refused={toast.refused}>
            {toast.refused ? (
              <IconAlertTriangle size={16} stroke={1.7} aria-hidden />
            ) : (
              <IconCircleCheck size={16} stroke={1.7} aria-hidden />
            )}
            <span>{toast.text}</span>
            {toast.refused && (
              <Button kind="text" onPress={() => setToast(undefined)}>
                {t("common.close")}
              </Button>
            )}
            {toast.undo && (
              <Button kind="text" icon={IconArrowBackUp} onPress={undo}>
                {t("common.undo")}
              </Button>
            )}
            {!toast.refused && (
              <span className={css.away}>
                <IconButton plain icon={IconX} label={t("common.hide-told")} onPress={() => setToast(undefined)} />
              </span>
            )}
          </div>
        )}
      </div>
    </Tell>
  );
}
