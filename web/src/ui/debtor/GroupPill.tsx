import { lazy, Suspense } from "react";
import { useT, withWords } from "~/text/texts";
import { Pill } from "../Pill";
import { Bar } from "../Skeleton";

const GroupChoice = lazy(withWords(async () => (await import("./GroupChoice")).GroupChoice));

interface Props {
  group: string | undefined;
  onGroup: (group: string | undefined) => void;
}

/** The filter on a group of customers, in every list that has customers. */
export function GroupPill({ group, onGroup }: Props) {
  const t = useT();
  return (
    <Pill name={t("debtor.group")} value={group} onClear={() => onGroup(undefined)}>
      {(close) => (
        <Suspense fallback={<Bar width={160} />}>
          <GroupChoice
            group={group}
            onGroup={(one) => {
              onGroup(one);
              close();
            }}
          />
        </Suspense>
      )}
    </Pill>
  );
}
