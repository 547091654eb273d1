import { fileURLToPath } from "node:url";
import { build } from "vite";

/**
 * Bundles the Teams page (our modules and the `adaptivecards` renderer) into a folder, which is
 * emptied first. Takes about a second.
 */
export async function buildTeamsPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL("./page/", import.meta.url)),
    logLevel: "warn",
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 1000 },
  });
}
