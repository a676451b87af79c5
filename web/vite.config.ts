import { fileURLToPath } from "node:url";
import { parse } from "@formatjs/icu-messageformat-parser";
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

/** Texts are taken apart when we build: what takes them apart is large, and no visitor needs it. A faulty text fails here. */
function partedTexts(): Plugin {
  const parser = "@formatjs/icu-messageformat-parser";
  const catalogue = /\/src\/text\/(?:(?:case|more|reasons)\/)?(?:nb|nn|en|sv)\.json$/;
  return {
    name: "frist:parted-texts",
    apply: "build",
    enforce: "pre",
    resolveId(asked, from) {
      return asked === parser ? this.resolve(`${parser}/no-parser.js`, from) : undefined;
    },
    transform(source, id) {
      if (!catalogue.test(id)) return undefined;
      const texts = Object.entries(JSON.parse(source) as Record<string, string>);
      const parted = texts.map(([name, text]) => [name, parse(text, { captureLocation: false })]);
      return { code: JSON.stringify(Object.fromEntries(parted)), map: null };
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
  plugins: [react(), themeSheet(), partedTexts()],
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
