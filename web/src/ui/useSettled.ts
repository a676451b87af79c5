import { useEffect, useState } from "react";

/** A value as it stood a moment after the last key, in milliseconds: what is typed is looked at then. */
export function useSettled<V>(value: V, wait = 250): V {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
