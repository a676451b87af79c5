import type { RefObject } from "react";
import { useT } from "~/text/texts";
import { Checks } from "~/ui/Checks";
import { GroupPill } from "~/ui/debtor/GroupPill";
import { ClearFilters } from "~/ui/list/ClearFilters";
import { Pill } from "~/ui/Pill";
import { SearchField } from "~/ui/SearchField";
import { missing, running, type useAsk } from "./useAsk";

type Props = Omit<ReturnType<typeof useAsk>, "words"> & { field: RefObject<HTMLInputElement | null> };

/** Search and filters of the debtors. A reset clears the pills and nothing else. */
export function Filters({ ask, change, clear, filters, field }: Props) {
  const t = useT();
  return (
    <>
      <SearchField
        ref={field}
        label={t("debtors.search")}
        value={ask.search ?? ""}
        onSearch={(text) => change({ sok: text })}
      />
      <GroupPill group={ask.group} onGroup={(group) => change({ gruppe: group })} />
      <OnePill
        name={t("debtors.cases.filter")}
        word={t("debtors.cases.running")}
        on={ask.running === true}
        onTurn={(on) => change({ saker: on ? running : undefined })}
      />
      <OnePill
        name={t("debtors.address.filter")}
        word={t("debtors.address.missing")}
        on={ask.address_missing === true}
        onTurn={(on) => change({ adresse: on ? missing : undefined })}
      />
      <ClearFilters filters={filters} onClear={clear} />
    </>
  );
}

interface OneProps {
  name: string;
  word: string;
  on: boolean;
  onTurn: (on: boolean) => void;
}

/** A filter that knows one thing: it is so, or one does not ask. */
function OnePill({ name, word, on, onTurn }: OneProps) {
  return (
    <Pill name={name} value={on ? word : undefined} onClear={() => onTurn(false)}>
      {() => (
        <Checks
          label={name}
          options={[{ value: "on", label: word }]}
          picked={on ? ["on"] : []}
          onPick={(picked) => onTurn(picked.length > 0)}
        />
      )}
    </Pill>
  );
}
