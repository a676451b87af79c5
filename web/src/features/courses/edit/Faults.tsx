import { IconAlertTriangle } from "~/ui/icons";
import { LawLink } from "~/ui/LawLink";
import css from "../Courses.module.css";
import type { CourseFault } from "./useFaults";

/** What the law or the program says to one place of the course, with its section. */
export function Faults({ of }: { of: CourseFault[] }) {
  return of.map((one) => (
    <p key={one.field + one.says} className={css.fault} role="status">
      <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
      <span>
        <span lang={one.lang}>{one.says}</span> {one.rule && <LawLink rule={one.rule} />}
      </span>
    </p>
  ));
}
