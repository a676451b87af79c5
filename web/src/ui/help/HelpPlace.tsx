import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { Help, type Shown } from "./help";

const HelpSheet = lazy(async () => ({ default: (await import("./HelpSheet")).HelpSheet }));

/** Where help opens: an article beside the page. The texts come when somebody asks. */
export function HelpPlace({ children }: { children: ReactNode }) {
  const [shown, show] = useState<Shown>();
  const [step, walk] = useState<number>();
  const place = useMemo(() => ({ shown, show, step, walk }), [shown, step]);
  return (
    <Help value={place}>
      {children}
      <Suspense fallback={null}>
        {shown && <HelpSheet shown={shown} onShow={show} onClose={() => show(undefined)} />}
      </Suspense>
    </Help>
  );
}
