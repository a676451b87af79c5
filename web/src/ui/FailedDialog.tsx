import type { Problem } from "~/api/problem";
import { Dialog } from "./Dialog";
import { ProblemNotice } from "./Notice";

/** What could not be made, over the page: where the button stands there is no room for the sentence. */
export default function FailedDialog({
  title,
  problem,
  onClose,
}: {
  title: string;
  problem: Problem;
  onClose: () => void;
}) {
  return (
    <Dialog title={title} open onClose={onClose}>
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
