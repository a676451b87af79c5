import { useT } from "./texts";
import { courseName } from "./words";

/** The name of a course in words. */
export function useCourse(): (course: string) => string {
  const t = useT();
  return (course) => {
    const known = courseName(course);
    return known ? t(known) : course;
  };
}
