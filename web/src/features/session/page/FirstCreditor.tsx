import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { addCreditor } from "~/api/addCreditor";
import { intent } from "~/api/key";
import { meQuery } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { CreditorForm } from "~/ui/CreditorForm";
import { Failure } from "~/ui/Empty";
import { Notice } from "~/ui/Notice";
import { PracticeButton } from "~/ui/PracticeButton";
import { Door } from "./Door";
import css from "./Door.module.css";

/** Nobody's money is collected yet: the first creditor, or word that somebody else must give access. */
export function FirstCreditor() {
  const t = useT();
  const go = useNavigate();
  const queries = useQueryClient();
  const me = useQuery(meQuery);
  if (me.error) return <Failure problem={asProblem(me.error)} again={() => go("/logg-inn")} />;
  const may = me.data?.rights.includes("add_creditor");
  return (
    <Door title={t("welcome.title")}>
      {may ? (
        <>
          <p className={css.lead}>{t("welcome.text")}</p>
          <p className={css.lead}>
            <PracticeButton />
          </p>
          <CreditorForm
            onSave={async (wish) => {
              const made = await addCreditor(wish, intent());
              await queries.invalidateQueries({ queryKey: ["me"] });
              await queries.fetchQuery({ ...meQuery, staleTime: 0 });
              go(`/${made.org_number}`);
            }}
          />
        </>
      ) : (
        <Notice tone="plain">{t("welcome.no-access")}</Notice>
      )}
    </Door>
  );
}
