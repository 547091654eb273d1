import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProduct } from "#local/product.ts";

/** Names the folder of a whole site with the sample plan, made before the first test. */
const sampleSite = "ACTION_PLAN_SAMPLE_SITE";

/** Once a run: sixty test files would else each make the same lists and write the same plan into them. */
export async function setup(): Promise<void> {
  if (process.env[sampleSite]) return;
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

/** Whether the sample is there now. What is in the folder stays; where a run prepared none, the product makes it. */
export function beginWithSample(dataFolder: string): boolean {
  const prepared = process.env[sampleSite];
  if (!prepared || existsSync(join(dataFolder, "sharepoint.sqlite"))) return false;
  cpSync(prepared, dataFolder, { recursive: true });
  return true;
}

/** A new folder that begins with it. */
export function folderWithSample(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `action-plan-${name}-`));
  beginWithSample(folder);
  return folder;
}
