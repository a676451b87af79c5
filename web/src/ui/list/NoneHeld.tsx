import { useT } from "~/text/texts";
import { Button } from "../Button";
import { Empty } from "../Empty";

interface Props {
  held: { search: string; filters: number; clear: () => void; onSearch: (text: string) => void };
}

/** Search or filters hide every row: the way back. */
export function NoneHeld({ held }: Props) {
  const t = useT();
  return (
    <Empty
      small
      title={t(held.filters > 0 ? "held.none.filter" : "held.none.search")}
      acts={
        <>
          {held.filters > 0 && <Button onPress={held.clear}>{t("filter.clear-all")}</Button>}
          {held.search && <Button onPress={() => held.onSearch("")}>{t("search.clear")}</Button>}
        </>
      }
    />
  );
}
