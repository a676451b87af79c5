import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";

/** Light or dark, and the press that turns it; the browser remembers. */
export function useScheme() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  return { dark, turn: () => setColorScheme(dark ? "light" : "dark") };
}
