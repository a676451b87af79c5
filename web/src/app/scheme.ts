import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";

/** Light or dark, and the press that turns it; the browser remembers. */
export function useScheme() {
  // Turning transitions off for a moment would write a style element, which the page's policy forbids.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const dark = useComputedColorScheme("light") === "dark";
  return { dark, turn: () => setColorScheme(dark ? "light" : "dark") };
}
