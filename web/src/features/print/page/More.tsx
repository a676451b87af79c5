import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Notice } from "~/ui/Notice";
import css from "./Print.module.css";

interface Props {
  list: "ready" | "held" | "coming";
  unseen: number;
  busy: boolean;
  /** Asks for more; nothing when these are the most that are shown. */
  onMore: (() => void) | undefined;
}

/** That the list is longer than what is shown, and a way to see more of it. */
export function More({ list, unseen, busy, onMore }: Props) {
  const t = useT();
  return (
    <div className={css.more}>
      <Notice tone="plain">
        <p>{list === "coming" ? t("print.more.coming") : t("print.more", { n: unseen })}</p>
        {onMore && (
          <Button onPress={onMore} busy={busy}>
            {t("print.more.act")}
          </Button>
        )}
      </Notice>
    </div>
  );
}
