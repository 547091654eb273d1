import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const project = (name: string, extra = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...extra },
});

/** Builds the tab into dist/tab; the same file names the kinds of test. */
export default defineConfig({
  root: "src/tab",
  base: "/tab/",
  plugins: [react()],
  build: { outDir: "../../dist/tab", emptyOutDir: true, sourcemap: true },
  test: {
    root: ".",
    projects: [
      project("unit"),
      project("contract", { testTimeout: 30_000 }),
      project("local", { testTimeout: 30_000 }),
      project("tab", { testTimeout: 60_000, hookTimeout: 60_000 }),
      project("e2e", { testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }),
    ],
  },
});
