import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import compression from "compression";
import express from "express";
import { build } from "vite";

/** The floor, built as the tab is and served as the tab is: compressed, by a server of its own on this machine. */
export async function serveFloor(): Promise<{ readonly address: string; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), "tab-floor-"));
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: "./",
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
  const server = createServer(express().use(compression(), express.static(folder))).listen(
    0,
    "127.0.0.1",
  );
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("The floor has no port.");
  return {
    // Another site than the Teams page, as the tab is.
    address: `http://localhost:${address.port}/`,
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
