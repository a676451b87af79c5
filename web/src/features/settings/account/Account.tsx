import { useMe } from "~/api/me";
import { WaitingRows } from "~/ui/Skeleton";
import css from "../page/Settings.module.css";
import { Factor } from "./Factor";
import { Password } from "./Password";
import { Profile } from "./Profile";
import { Sessions } from "./Sessions";

/** The person's own: name and language, password, second factor, and where one is logged in. */
export function Account() {
  const me = useMe();
  if (!me) return <WaitingRows rows={6} />;
  return (
    <div className={css.body}>
      <Profile me={me} />
      <Password />
      <Factor me={me} />
      <Sessions />
    </div>
  );
}
