// `npm run bench`: runs every tests/bench/*.bench.ts and prints each figure beside its floor, measured in the same run.
import { globSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BenchRow } from "./bench-row.ts";

const asked = process.argv[2] ?? "";
const files = globSync("*.bench.ts", { cwd: import.meta.dirname })
  .filter((file) => file.includes(asked))
  .toSorted();

for (const file of files) {
  const { bench }: { bench: () => Promise<readonly BenchRow[]> } = await import(
    pathToFileURL(join(import.meta.dirname, file)).href
  );
  process.stdout.write(`\n${file.replace(".bench.ts", "")}\n`);
  for (const { name, value, floor, ratio } of await bench()) {
    process.stdout.write(
      `  ${name.padEnd(44)} ${value.padStart(14)}   floor ${floor.padStart(14)}   ratio ${ratio}\n`,
    );
  }
}
