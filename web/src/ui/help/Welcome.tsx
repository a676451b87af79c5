import { useSetting } from "~/api/settings";
import { useT } from "~/text/texts";
import { Button } from "../Button";
import { useHelp } from "./help";
import css from "./Welcome.module.css";

const never = { seen: false };

/** For somebody new: the tour is offered once, in the page and never over it. It can be taken again from the help. */
export function Welcome() {
  const t = useT();
  const { step, walk } = useHelp();
  const { value, known, keep } = useSetting("tour", never);
  if (!known || value.seen || step !== undefined) return null;
  return (
    <section className={css.line} aria-label={t("tour.name")}>
      <p>{t("tour.invite")}</p>
      <div className={css.acts}>
        <Button
          onPress={() => {
            keep({ seen: true });
            walk(0);
          }}
        >
          {t("tour.take")}
        </Button>
        <Button kind="text" onPress={() => keep({ seen: true })}>
          {t("tour.not-now")}
        </Button>
      </div>
    </section>
  );
}
