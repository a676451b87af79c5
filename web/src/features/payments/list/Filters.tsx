import type { RefObject } from "react";
import { useT } from "~/text/texts";
import { ClearFilters } from "~/ui/list/ClearFilters";
import { Options } from "~/ui/Options";
import { Pill } from "~/ui/Pill";
import { SearchField } from "~/ui/SearchField";
import { PeriodPill } from "./PeriodPill";
import type { useAsk } from "./useAsk";

type Props = Omit<ReturnType<typeof useAsk>, "words"> & { field: RefObject<HTMLInputElement | null> };

const sources = ["bank", "ledger", "hand"] as const;
const gone = ["nei", "ja"] as const;

/** Search and filters of the payments. */
export function Filters({ ask, change, clear, filters, field }: Props) {
  const t = useT();
  const is = ask.gone === undefined ? undefined : ask.gone ? "ja" : "nei";
  return (
    <>
      <SearchField
        ref={field}
        label={t("payments.list.search")}
        value={ask.search ?? ""}
        onSearch={(text) => change({ sok: text })}
      />
      <PeriodPill from={ask.from} to={ask.to} onSet={change} />
      <Pill
        name={t("payments.source")}
        value={ask.source && t(`payments.source.${ask.source}`)}
        onClear={() => change({ kilde: undefined })}
      >
        {(close) => (
          <Options
            label={t("payments.source")}
            value={ask.source ?? ""}
            options={sources.map((value) => ({ value, label: t(`payments.source.${value}`) }))}
            onChoose={(kilde) => {
              change({ kilde });
              close();
            }}
          />
        )}
      </Pill>
      <Pill
        name={t("payments.stands")}
        value={is && t(`payments.stands.${is}`)}
        onClear={() => change({ tatt: undefined })}
      >
        {(close) => (
          <Options
            label={t("payments.stands")}
            value={is ?? ""}
            options={gone.map((value) => ({ value, label: t(`payments.stands.${value}`) }))}
            onChoose={(tatt) => {
              change({ tatt });
              close();
            }}
          />
        )}
      </Pill>
      <ClearFilters filters={filters} onClear={clear} />
    </>
  );
}
