import type { Schedule } from "../api/exports";

export const everies = ["never", "day", "week", "month"] as const;

/** Days as they are chosen: a week has its day, 1 is Monday; a month its day, 31 is the last. */
export type Planned = { every: (typeof everies)[number]; weekday: string; day: string };

export function plannedOf(schedule: Schedule | null | undefined): Planned {
  const on = schedule?.on ? String(schedule.on) : "1";
  return {
    every: schedule?.every ?? "never",
    weekday: schedule?.every === "week" ? on : "1",
    day: schedule?.every === "month" ? on : "1",
  };
}

/** What the server is told; nothing: it is made only when somebody asks. */
export function scheduleOf({ every, weekday, day }: Planned): Schedule | null {
  if (every === "never") return null;
  return every === "day" ? { every } : { every, on: Number(every === "week" ? weekday : day) };
}
