import { type RefObject, useState } from "react";
import type { Status, Step } from "~/api/types";
import { readAmount, readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { statusWords, stepShort } from "~/text/words";
import { Checks } from "~/ui/Checks";
import { GroupPill } from "~/ui/debtor/GroupPill";
import { ClearFilters } from "~/ui/list/ClearFilters";
import { SmallForm } from "~/ui/list/SmallForm";
import { Pill } from "~/ui/Pill";
import { SearchField } from "~/ui/SearchField";
import type { useAsk } from "./useAsk";

type Props = Pick<ReturnType<typeof useAsk>, "ask" | "change" | "clear" | "filters"> & {
  field: RefObject<HTMLInputElement | null>;
  onEnter: () => void;
};

const statuses = Object.keys(statusWords) as Status[];
const steps = Object.keys(stepShort) as Step[];

/** Search and filters of the register. A reset clears the pills and nothing else. */
export function Filters({ ask, change, clear, filters, field, onEnter }: Props) {
  const t = useT();
  const f = useF();
  const [wrong, setWrong] = useState(false);
  const join = (words: readonly string[]) => (words.length ? words.join(", ") : undefined);
  const sums = [ask.min_open && `≥ ${f.money(ask.min_open)}`, ask.max_open && `≤ ${f.money(ask.max_open)}`];
  return (
    <>
      <SearchField
        ref={field}
        label={t("cases.search")}
        value={ask.search ?? ""}
        onSearch={(text) => change({ sok: text })}
        onEnter={onEnter}
      />
      <Pill
        name={t("cases.status")}
        value={join(ask.status?.map((one) => t(statusWords[one])) ?? [])}
        onClear={() => change({ status: undefined })}
      >
        {() => (
          <Checks
            label={t("cases.status")}
            options={statuses.map((value) => ({ value, label: t(statusWords[value]) }))}
            picked={ask.status ?? []}
            onPick={(picked) => change({ status: picked.join(",") })}
          />
        )}
      </Pill>
      <Pill
        name={t("cases.step")}
        value={join(ask.step?.map((one) => t(stepShort[one])) ?? [])}
        onClear={() => change({ steg: undefined })}
      >
        {() => (
          <Checks
            label={t("cases.step")}
            options={steps.map((value) => ({ value, label: t(stepShort[value]) }))}
            picked={ask.step ?? []}
            onPick={(picked) => change({ steg: picked.join(",") })}
          />
        )}
      </Pill>
      <Pill
        name={t("cases.next-before")}
        value={ask.next_before && `≤ ${f.day(ask.next_before)}`}
        onClear={() => change({ frist: undefined })}
      >
        {(close) => (
          <SmallForm
            label={t("cases.next-before.day")}
            first={ask.next_before ? f.day(ask.next_before) : ""}
            fault={wrong ? t("fault.day") : undefined}
            onSet={(typed) => {
              const day = readDay(typed, f.today);
              setWrong(!day);
              if (!day) return;
              change({ frist: day });
              close();
            }}
          />
        )}
      </Pill>
      {ask.next_within_days !== undefined && (
        <Pill
          name={t("cases.within")}
          value={t("cases.within.days", { n: ask.next_within_days })}
          onClear={() => change({ innen: undefined })}
        >
          {(close) => (
            <SmallForm
              label={t("cases.within.ahead")}
              first={String(ask.next_within_days)}
              fault={wrong ? t("fault.whole") : undefined}
              onSet={(typed) => {
                const whole = /^\d{1,3}$/.test(typed.trim());
                setWrong(!whole);
                if (!whole) return;
                change({ innen: typed.trim() });
                close();
              }}
            />
          )}
        </Pill>
      )}
      {(ask.closed_this_month || ask.closed_from) && (
        <Pill
          name={t("cases.closed-in")}
          value={
            ask.closed_from ? t("cases.closed-in.from", { day: f.day(ask.closed_from) }) : t("cases.closed-in.month")
          }
          onClear={() => change({ lukket: undefined })}
        >
          {(close) => (
            <SmallForm
              label={t("cases.closed-in.since")}
              first={ask.closed_from ? f.day(ask.closed_from) : ""}
              fault={wrong ? t("fault.day") : undefined}
              onSet={(typed) => {
                const day = readDay(typed, f.today);
                setWrong(!day);
                if (!day) return;
                change({ lukket: day });
                close();
              }}
            />
          )}
        </Pill>
      )}
      <Pill
        name={t("cases.open.short")}
        value={join(sums.filter((one): one is string => Boolean(one)))}
        onClear={() => change({ fra: undefined, til: undefined })}
      >
        {(close) => (
          <SmallForm
            label={t("cases.open.from")}
            first={ask.min_open ? f.money(ask.min_open) : ""}
            fault={wrong ? t("fault.amount") : undefined}
            onSet={(typed) => {
              const amount = readAmount(typed);
              setWrong(!amount);
              if (!amount) return;
              change({ fra: amount });
              close();
            }}
          />
        )}
      </Pill>
      <Pill
        name={t("cases.kind")}
        value={ask.debtor_kind && t(`kind.${ask.debtor_kind}`)}
        onClear={() => change({ type: undefined })}
      >
        {() => (
          <Checks
            label={t("cases.kind")}
            options={(["person", "company"] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
            picked={ask.debtor_kind ? [ask.debtor_kind] : []}
            onPick={(picked) => change({ type: picked.at(-1) })}
          />
        )}
      </Pill>
      <GroupPill group={ask.group} onGroup={(group) => change({ gruppe: group })} />
      <ClearFilters filters={filters} onClear={clear} />
    </>
  );
}
