import { lazy, Suspense, useState } from "react";
import { asProblem } from "~/api/problem";
import type { Person } from "~/api/types";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Failure } from "~/ui/Empty";
import { IconPlus } from "~/ui/icons";
import { WaitingRows } from "~/ui/Skeleton";
import { usePeople } from "../api/people";
import css from "../page/Settings.module.css";
import { Invites } from "./Invites";
import { PeopleTable } from "./PeopleTable";

const InviteDialog = lazy(async () => ({ default: (await import("./InviteDialog")).InviteDialog }));
const RightsDialog = lazy(async () => ({ default: (await import("./RightsDialog")).RightsDialog }));

/** Everybody who can log in, with what they may do and for whom, and the invites that wait. */
export function People() {
  const t = useT();
  const { data, error, refetch } = usePeople();
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<Person>();
  if (error && !data) return <Failure problem={asProblem(error)} again={refetch} />;
  if (!data) return <WaitingRows rows={6} />;
  return (
    <div className={css.wide}>
      <div className={css.head}>
        <h2>{t("settings.people")}</h2>
        <Button kind="primary" icon={IconPlus} onPress={() => setInviting(true)}>
          {t("people.invite")}
        </Button>
      </div>
      <div className={css.table}>
        <PeopleTable rows={data.rows} onChange={setChanging} />
      </div>
      {data.invites.length > 0 && <Invites rows={data.invites} />}
      <Suspense fallback={null}>
        {inviting && <InviteDialog onClose={() => setInviting(false)} />}
        {changing && <RightsDialog person={changing} onClose={() => setChanging(undefined)} />}
      </Suspense>
    </div>
  );
}
