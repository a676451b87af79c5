import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { useT } from "~/text/texts";
import { Button } from "./Button";
import { IconArrowBackUp, IconCircleCheck } from "./icons";
import css from "./Toasts.module.css";

interface Toast {
  text: string;
  undo?: () => void;
}

const Tell = createContext<(toast: Toast) => void>(() => {});

/** Tells that something was done, for eight seconds, with the way back where there is one. */
export const useDone = () => useContext(Tell);

export function Toasts({ children }: { children: ReactNode }) {
  const t = useT();
  const [toast, setToast] = useState<(Toast & { key: number }) | undefined>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = useCallback((told: Toast) => {
    clearTimeout(timer.current);
    setToast({ ...told, key: Date.now() });
    timer.current = setTimeout(() => setToast(undefined), 8000);
  }, []);
  const undo = useMemo(
    () => () => {
      toast?.undo?.();
      setToast(undefined);
    },
    [toast],
  );
  return (
    <Tell value={tell}>
      {children}
      <div className={css.place} role="status">
        {toast && (
          <div className={css.toast} key={toast.key}>
            <IconCircleCheck size={16} stroke={1.7} aria-hidden />
            <span>{toast.text}</span>
            {toast.undo && (
              <Button kind="text" icon={IconArrowBackUp} onPress={undo}>
                {t("common.undo")}
              </Button>
            )}
          </div>
        )}
      </div>
    </Tell>
  );
}
