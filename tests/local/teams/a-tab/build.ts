import { build } from "vite";

/** Bundles the test's tab: the real teams-js and the real MSAL, as a production tab uses them. */
export async function buildTab(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: "./",
    logLevel: "error",
    build: { outDir, emptyOutDir: true, target: "esnext", chunkSizeWarningLimit: 2000 },
  });
}
