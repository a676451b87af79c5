import { Popover } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useF } from "~/text/format";
import { Button } from "./Button";
import { IconChevronDown } from "./icons";

const Calendar = lazy(() => import("./form/Calendar"));

interface Props {
  className?: string | undefined;
  day: string;
  label: string;
  /** What the day is, before it. */
  lead?: string;
  onChoose: (day: string) => void;
  /** The way back to today, when another day is shown. */
  back?: string;
  onBack?: () => void;
}

/** A day in words that opens a calendar. */
export function DayPicker({ className, day, label, lead, onChoose, back, onBack }: Props) {
  const f = useF();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus position="bottom-start" offset={6}>
      <Popover.Target>
        <button type="button" className={className} aria-label={label} onClick={() => setOpen(!open)}>
          {lead} {f.words(day)}
          <IconChevronDown size={13} stroke={1.8} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Suspense fallback={null}>
          <Calendar
            day={day}
            onChoose={(chosen) => {
              onChoose(chosen);
              setOpen(false);
            }}
          />
        </Suspense>
        {back && (
          <Button
            kind="text"
            onPress={() => {
              onBack?.();
              setOpen(false);
            }}
          >
            {back}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
