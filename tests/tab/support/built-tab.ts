import { pathToFileURL } from "node:url";
import { buildWhereStale } from "#local/builds.ts";

const folder = pathToFileURL(`${import.meta.dirname}/../../../dist/tab`);

/** The tab as `npm run build` makes it, built anew where its sources are newer. */
export async function builtTab(): Promise<URL> {
  await buildWhereStale(AbortSignal.timeout(60_000));
  return folder;
}
