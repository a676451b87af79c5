import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { alias, themeSheet } from "./vite.config.ts";

export default defineConfig({
  plugins: [react(), themeSheet()],
  resolve: { alias },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    css: false,
    testTimeout: 20_000,
    env: { TZ: "Europe/Oslo", DEBUG_PRINT_LIMIT: "0" },
  },
});
