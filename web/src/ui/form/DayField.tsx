import { Popover, TextInput } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useController } from "react-hook-form";
import { readDay } from "~/format/read";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { IconButton } from "../IconButton";
import { IconCalendarEvent } from "../icons";
import { useFieldId } from "./ids";
import { looks } from "./looks";
import { useFault } from "./useFault";
import { useLeave } from "./useLeave";

const Calendar = lazy(() => import("./Calendar"));

interface Props {
  name: string;
  label: string;
  help?: string;
  required?: boolean;
}

/** A day as people type it, with a calendar beside it. Shown in the language's own form when left; read with readDay. */
export function DayField({ name, label, help, required }: Props) {
  const t = useT();
  const f = useF();
  const fault = useFault();
  const id = useFieldId(name);
  const [open, setOpen] = useState(false);
  const { field, fieldState } = useController({ name, defaultValue: "" });
  const leave = useLeave(field, fieldState);
  const read = readDay(field.value, f.today);
  return (
    <TextInput
      {...field}
      id={id}
      label={label}
      description={help}
      withAsterisk={required}
      aria-required={required}
      error={fault(fieldState.error?.message)}
      classNames={looks}
      autoComplete="off"
      onBlur={() => {
        if (read) field.onChange(f.day(read));
        leave();
      }}
      rightSection={
        <Popover opened={open} onChange={setOpen} trapFocus returnFocus position="bottom-end">
          <Popover.Target>
            <IconButton
              plain
              icon={IconCalendarEvent}
              label={t("form.calendar", { label })}
              onPress={() => setOpen(!open)}
            />
          </Popover.Target>
          <Popover.Dropdown aria-label={t("form.calendar", { label })}>
            <Suspense fallback={null}>
              <Calendar
                day={read}
                onChoose={(day) => {
                  field.onChange(f.day(day));
                  setOpen(false);
                }}
              />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
