import { useQuery } from "@tanstack/react-query";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { ButtonLink } from "~/ui/Button";
import { Ends } from "~/ui/Ends";
import { ProblemNotice } from "~/ui/Notice";
import { Bar, Waiting } from "~/ui/Skeleton";
import { lookAtLink } from "../api/requests";
import { Door } from "./Door";
import { NewPassword } from "./NewPassword";
import { NewPerson } from "./NewPerson";
import { useToken } from "./useInside";

/** What a one-time link is for decides the page: the first owner, an invited person, or a new password. */
export function OneTimeLink() {
  const t = useT();
  const token = useToken();
  const { data, error } = useQuery({ queryKey: ["link", token], queryFn: () => lookAtLink(token), retry: false });
  if (error)
    return (
      <Door title={t("link.bad")}>
        <ProblemNotice problem={asProblem(error)} />
        <Ends>
          <ButtonLink to="/logg-inn">{t("login.title")}</ButtonLink>
        </Ends>
      </Door>
    );
  if (!data)
    return (
      <Door title={t("common.waiting")}>
        <Waiting>
          <Bar width="100%" height={180} />
        </Waiting>
      </Door>
    );
  if (data.kind === "password") return <NewPassword token={token} />;
  return <NewPerson token={token} first={data.kind === "first_owner"} email={data.email} />;
}
