import { type ComponentProps, lazy, Suspense } from "react";
import { withWords } from "~/text/texts";
import type { ActDialog as Act } from "./ActDialog";
import type { CriteriaDialog as Criteria } from "./CriteriaDialog";
import type { JobDialog as JobOf } from "./JobDialog";
import type { ManyDialog as Many } from "./ManyDialog";
import type { MoveDialog as Move } from "./MoveDialog";
import type { PaymentDialog as Payment } from "./PaymentDialog";

// The forms and their words come when they are opened, so that the page itself is here sooner.
const LazyAct = lazy(withWords(async () => (await import("./ActDialog")).ActDialog));
const LazyJob = lazy(withWords(async () => (await import("./JobDialog")).JobDialog));
const LazyCriteria = lazy(withWords(async () => (await import("./CriteriaDialog")).CriteriaDialog));
const LazyPayment = lazy(withWords(async () => (await import("./PaymentDialog")).PaymentDialog));
const LazyMove = lazy(withWords(async () => (await import("./MoveDialog")).MoveDialog));
const LazyMany = lazy(withWords(async () => (await import("./ManyDialog")).ManyDialog));

export const ActDialog = (props: ComponentProps<typeof Act>) => (
  <Suspense fallback={null}>
    <LazyAct {...props} />
  </Suspense>
);

export const CriteriaDialog = (props: ComponentProps<typeof Criteria>) => (
  <Suspense fallback={null}>
    <LazyCriteria {...props} />
  </Suspense>
);

export const JobDialog = (props: ComponentProps<typeof JobOf>) => (
  <Suspense fallback={null}>
    <LazyJob {...props} />
  </Suspense>
);

export const PaymentDialog = (props: ComponentProps<typeof Payment>) => (
  <Suspense fallback={null}>
    <LazyPayment {...props} />
  </Suspense>
);

export const ManyDialog = (props: ComponentProps<typeof Many>) => (
  <Suspense fallback={null}>
    <LazyMany {...props} />
  </Suspense>
);

export const MoveDialog = (props: ComponentProps<typeof Move>) => (
  <Suspense fallback={null}>
    <LazyMove {...props} />
  </Suspense>
);
