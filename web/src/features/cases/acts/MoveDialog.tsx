import { useCasesOfCourse } from "~/api/courses";
import { useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Failure } from "~/ui/Empty";
import { Ends } from "~/ui/Ends";
import { WaitingRows } from "~/ui/Skeleton";
import { mostAtOnce } from "../api/bulk";
import { ManyDialog } from "./ManyDialog";

/** The running cases that follow an older version of a course, moved to its newest; the rest the next time. */
export function MoveDialog({ course, onClose }: { course: string; onClose: () => void }) {
  const t = useT();
  const { data, error, refetch } = useCasesOfCourse(useOrg(), course);
  const older = data?.versions.filter((one) => one.version !== data.newest) ?? [];
  const cases = older.flatMap((one) => one.cases).slice(0, mostAtOnce);
  if (data && cases.length > 0)
    return (
      <ManyDialog
        act="course"
        which={{ cases }}
        count={cases.length}
        sum={undefined}
        course={{ name: course, version: data.newest }}
        onClose={onClose}
        onDone={() => {}}
      />
    );
  return (
    <Dialog title={t("move.act")} open onClose={onClose}>
      {error && !data ? (
        <Failure problem={asProblem(error)} again={refetch} />
      ) : data ? (
        <p>{t("move.none")}</p>
      ) : (
        <WaitingRows rows={3} />
      )}
      <Ends>
        <Button kind="primary" onPress={onClose}>
          {t("common.close")}
        </Button>
      </Ends>
    </Dialog>
  );
}
