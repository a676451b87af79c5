import { useMe } from "~/api/me";
import { useT } from "~/text/texts";
import { Notice } from "~/ui/Notice";
import { WaitingRows } from "~/ui/Skeleton";
import css from "../page/Settings.module.css";
import { Factor } from "./Factor";
import { Notify } from "./Notify";
import { Passkeys } from "./Passkeys";
import { Password } from "./Password";
import { Profile } from "./Profile";
import { Sessions } from "./Sessions";

/** The person's own: name and language, password, second factor, and where one is logged in. */
export function Account() {
  const t = useT();
  const me = useMe();
  if (!me) return <WaitingRows rows={6} />;
  return (
    <div className={css.body}>
      <Profile me={me} />
      <Password />
      {me.factor_wanted && !me.second_factor && me.passkeys === 0 && (
        <Notice tone="wait">{t("account.factor.wanted")}</Notice>
      )}
      <Factor me={me} />
      <Passkeys />
      <Notify />
      <Sessions />
    </div>
  );
}
