import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { answer, api } from "~/api/client";
import { useOrg } from "~/api/me";
import type { CasePage } from "~/api/types";
import { useHelpTexts } from "~/text/help/help";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { useHelp } from "~/ui/help/help";
import { IconButton } from "~/ui/IconButton";
import { IconX } from "~/ui/icons";
import css from "./Tour.module.css";

/** Where each step stands; the fourth is a case, when there is one. */
const places = ["", "/reskontro", "/saker", "/saker", "/utskrift", "/innbetalinger", "/innstillinger"];
const caseStep = 3;

/** The tour: a card that goes along from page to page and says what each is for. One can work while it stands. */
export default function Tour() {
  const t = useT();
  const org = useOrg();
  const go = useNavigate();
  const { step = 0, walk } = useHelp();
  const steps = useHelpTexts()?.tour;
  const head = useRef<HTMLHeadingElement>(null);
  const first = useQuery({
    queryKey: ["cases", org, "tour"],
    queryFn: () =>
      answer<CasePage>(
        api.GET("/creditors/{creditor}/cases", { params: { path: { creditor: org }, query: { limit: 1 } } }),
      ),
  }).data?.rows[0];
  const one = step === caseStep ? first?.case : undefined;
  const to = `/${org}${places[step]}${one ? `/${one}` : ""}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes there when the step changes, and not back when one walks about.
  useEffect(() => {
    go(to);
  }, [to]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words of a new step are read out.
  useEffect(() => {
    head.current?.focus();
  }, [step, steps]);
  const shown = steps?.[step];
  if (!steps || !shown) return null;
  const last = step === steps.length - 1;
  return (
    <aside className={css.card} aria-label={t("tour.name")}>
      <div className={css.line}>
        <h2 ref={head} tabIndex={-1}>
          {shown.title}
        </h2>
        <span className="numbers">{t("tour.step", { n: step + 1, of: steps.length })}</span>
        <IconButton plain icon={IconX} label={t("common.close")} onPress={() => walk(undefined)} />
      </div>
      <p>{shown.text}</p>
      <div className={css.acts}>
        {step > 0 && <Button onPress={() => walk(step - 1)}>{t("tour.back")}</Button>}
        <Button kind="primary" onPress={() => walk(last ? undefined : step + 1)}>
          {t(last ? "tour.end" : "tour.next")}
        </Button>
      </div>
    </aside>
  );
}
