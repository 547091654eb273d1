import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProduct } from "#local/product.ts";

/** Names the folder of a whole site with the sample plan, which `aTeams` begins with. */
export const sampleSite = "ACTION_PLAN_SAMPLE_SITE";

/** Once a run: fifty test files would else each make the same lists and write the same plan into them. */
export async function setup(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-sample-"));
  const stop = new AbortController();
  const product = await startProduct({ port: 0, dataFolder, signal: stop.signal });
  stop.abort();
  await product.close();
  process.env[sampleSite] = dataFolder;
}

export function teardown(): void {
  const folder = process.env[sampleSite];
  if (folder) rmSync(folder, { recursive: true, force: true });
}
