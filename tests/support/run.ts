// `npm test`: gets a Chromium, runs every test, and ends with a line counted from the runner's own report.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { buildWhereStale } from "#local/builds.ts";
import { ensureChromium } from "./chromium.ts";

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
});

const folder = mkdtempSync(join(tmpdir(), "action-plan-tests-"));
const file = join(folder, "report.json");
try {
  process.env["CHROMIUM"] = ensureChromium();
  // The tests start well over a hundred processes of the same few programs: these are compiled once.
  process.env["NODE_COMPILE_CACHE"] = join(folder, "compiled");
  // Once, here: test files that start the product run side by side and would build it into each other's way.
  await buildWhereStale(AbortSignal.timeout(120_000));
  const vitest = join(import.meta.dirname, "../../node_modules/vitest/vitest.mjs");
  const words = [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...process.argv.slice(2),
  ];
  const { status } = spawnSync(process.execPath, [vitest, ...words], { stdio: "inherit" });
  const counts = report.parse(JSON.parse(readFileSync(file, "utf8")));
  const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : "";
  process.stdout.write(
    `${counts.numPassedTests} passed, ${counts.numFailedTests} failed${skipped}\n`,
  );
  process.exitCode = counts.numFailedTests > 0 || counts.numPassedTests === 0 ? 1 : (status ?? 1);
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
