import { useQueryClient } from "@tanstack/react-query";
import { disconnect, type Integration } from "~/api/integration";
import { useMay, useOrg } from "~/api/me";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Button, ButtonLink } from "~/ui/Button";
import { sourceName } from "~/ui/imports/HowTo";
import { Notice, ProblemNotice } from "~/ui/Notice";
import { useDone } from "~/ui/Toasts";
import { useTrying } from "~/ui/useTrying";
import css from "../page/Settings.module.css";

/** Which system is in use, when it was tried and by whom, and when the ledger was read last. */
export function InUse({ now }: { now: Integration }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const may = useMay("import_ledger");
  const done = useDone();
  const queries = useQueryClient();
  const { run, busy, problem } = useTrying();
  const read = now.ledger_read ? t("integration.read", { at: f.moment(now.ledger_read) }) : t("integration.never-read");
  if (!now.source || !now.tried_on)
    return (
      <Notice tone="plain">
        <p>
          {t("integration.none")} {read}
        </p>
      </Notice>
    );
  const off = () =>
    run(async () => {
      await disconnect(org);
      await queries.invalidateQueries({ queryKey: ["integration"] });
      done({ text: t("integration.is-off") });
    });
  return (
    <>
      <Notice tone="good">
        <p>
          <b>{t("integration.now", { source: t(sourceName[now.source]) })}</b>
        </p>
        <p>
          {now.by
            ? t("integration.tried-by", { day: f.day(now.tried_on), by: now.by })
            : t("integration.tried", { day: f.day(now.tried_on) })}{" "}
          {read}
        </p>
      </Notice>
      {may && (
        <div className={css.acts}>
          <Button busy={busy} onPress={() => void off()}>
            {t("integration.off")}
          </Button>
          <ButtonLink to={`/${org}/import`}>{t("integration.to-import")}</ButtonLink>
        </div>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
