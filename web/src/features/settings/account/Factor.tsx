import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { meQuery } from "~/api/me";
import type { Me } from "~/api/types";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Tag } from "~/ui/Tag";
import css from "../page/Settings.module.css";

const FactorOffDialog = lazy(async () => ({ default: (await import("./FactorOffDialog")).FactorOffDialog }));
const FactorDialog = lazy(async () => ({ default: (await import("./FactorDialog")).FactorDialog }));

/** The second factor: on or off, how many recovery codes are left, and turning it. */
export function Factor({ me }: { me: Me }) {
  const t = useT();
  const queries = useQueryClient();
  const [open, setOpen] = useState<"on" | "off">();
  const again = () => queries.fetchQuery({ ...meQuery, staleTime: 0 });
  return (
    <section className={css.section}>
      <div className={css.head}>
        <h2>{t("account.factor")}</h2>
        <Tag tone={me.second_factor ? "good" : "wait"}>
          {t(me.second_factor ? "account.factor.on" : "account.factor.off")}
        </Tag>
      </div>
      <p className={css.lead}>
        {me.second_factor ? t("account.factor.left", { n: me.recovery_codes }) : t("account.factor.text")}
      </p>
      <div>
        <Button onPress={() => setOpen(me.second_factor ? "off" : "on")}>
          {t(me.second_factor ? "account.factor.turn-off" : "account.factor.turn-on")}
        </Button>
      </div>
      <Suspense fallback={null}>
        {open === "on" && <FactorDialog onClose={() => setOpen(undefined)} onDone={again} />}
        {open === "off" && <FactorOffDialog onClose={() => setOpen(undefined)} onDone={again} />}
      </Suspense>
    </section>
  );
}
