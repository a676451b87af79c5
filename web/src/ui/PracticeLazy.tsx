import { lazy, Suspense } from "react";

const Lazy = lazy(async () => ({ default: (await import("./PracticeButton")).PracticeButton }));

/** The way to the invented cases, on pages that mostly have cases. */
export const PracticeButton = () => (
  <Suspense fallback={null}>
    <Lazy />
  </Suspense>
);
