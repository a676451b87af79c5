import { fileURLToPath } from "node:url";
import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from "@mantine/core";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { resolver, theme } from "./src/ui/theme.ts";

/** The page's policy allows no style element, so the design system's variables are written out as a sheet. */
export function themeSheet(): Plugin {
  const id = "virtual:theme.css";
  return {
    name: "frist:theme-sheet",
    resolveId: (asked) => (asked === id ? id : undefined),
    load(asked) {
      if (asked !== id) return undefined;
      const merged = mergeMantineTheme(DEFAULT_THEME, theme);
      const base = defaultCssVariablesResolver(merged);
      const ours = resolver(merged);
      return convertCssVariables(
        {
          variables: { ...base.variables, ...ours.variables },
          light: { ...base.light, ...ours.light },
          dark: { ...base.dark, ...ours.dark },
        },
        ":root",
      );
    },
  };
}

export const alias = { "~": fileURLToPath(new URL("./src", import.meta.url)) };

/** Texts are named by what they are, so that the size of a first visit counts those that it fetches. */
function nameOf(chunk: { facadeModuleId: string | null }): string {
  const part = /\/src\/text\/(\w+)\/\w+\.json$/.exec(chunk.facadeModuleId ?? "")?.[1];
  return part ? `assets/${part}-[name]-[hash].js` : "assets/[name]-[hash].js";
}

export default defineConfig({
  plugins: [react(), themeSheet()],
  resolve: { alias },
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { output: { chunkFileNames: nameOf } },
  },
  server: { proxy: { "/api": process.env.FRIST_API ?? "http://127.0.0.1:8080" } },
});
