import { type ComponentProps, lazy, Suspense } from "react";
import type { ActDialog as Act } from "./ActDialog";
import type { PauseMany as Pause } from "./PauseMany";
import type { PaymentDialog as Payment } from "./PaymentDialog";

// The forms come when they are opened, so that the page itself is here sooner.
const LazyAct = lazy(async () => ({ default: (await import("./ActDialog")).ActDialog }));
const LazyPayment = lazy(async () => ({ default: (await import("./PaymentDialog")).PaymentDialog }));
const LazyPause = lazy(async () => ({ default: (await import("./PauseMany")).PauseMany }));

export const ActDialog = (props: ComponentProps<typeof Act>) => (
  <Suspense fallback={null}>
    <LazyAct {...props} />
  </Suspense>
);

export const PaymentDialog = (props: ComponentProps<typeof Payment>) => (
  <Suspense fallback={null}>
    <LazyPayment {...props} />
  </Suspense>
);

export const PauseMany = (props: ComponentProps<typeof Pause>) => (
  <Suspense fallback={null}>
    <LazyPause {...props} />
  </Suspense>
);
