import { isRouteErrorResponse, useRouteError } from "react-router";
import { Problem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Empty, Failure } from "~/ui/Empty";
import { Missing } from "./Missing";

/** What stands where a page could not be shown. */
export function RouteFault() {
  const t = useT();
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <Missing />;
  if (error instanceof Problem) {
    if (error.status === 404) return <Missing />;
    return <Failure problem={error} again={() => location.reload()} />;
  }
  return (
    <Empty title={t("failure.page")} acts={<Button onPress={() => location.reload()}>{t("failure.reload")}</Button>}>
      {t("failure.page.remedy")}
    </Empty>
  );
}
