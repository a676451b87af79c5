import { useOrg } from "~/api/me";
import { useNotes } from "~/api/notes";
import type { Case } from "~/api/types";
import { useT } from "~/text/texts";
import { Tabs } from "~/ui/Tabs";

/** The words of the parts in the address; the first is what an address without one shows. */
export const caseParts = ["tidslinje", "dokumenter", "handlinger", "notater", "logg"] as const;

/** The parts of a case, each with its address. */
export function CaseTabs({ one, shown }: { one: Case; shown: string }) {
  const t = useT();
  const notes = useNotes(useOrg(), { case: one.case }).data?.filter((note) => !note.struck).length;
  const tab = (name: string, text: string, count?: number) => ({
    to: name === "tidslinje" ? "?" : `?vis=${name}`,
    text,
    count,
    here: shown === name,
  });
  return (
    <Tabs
      name={t("case.parts")}
      tabs={[
        tab("tidslinje", t("case.timeline")),
        tab("dokumenter", t("case.documents"), one.letters.length),
        tab("handlinger", t("case.acts")),
        tab("notater", t("notes.title"), notes),
        tab("logg", t("case.log"), one.events.length),
      ]}
    />
  );
}
