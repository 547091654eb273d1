import { readFile } from "node:fs/promises";
import * as z from "zod";
import { columnMeanings } from "#documents/column-meaning.ts";
import type { DocumentColumn } from "#documents/plan-document.ts";
import { RefusedError } from "#plan/errors.ts";

const columns = z.array(z.object({ heading: z.string(), meaning: z.enum(columnMeanings) }));
/** The file of columns alone, or all of what `import --json` says of a document. */
const saved = z.union([columns, z.object({ columns }).transform((read) => read.columns)]);

/** What somebody said of columns, from a file: `columns` of `import --json`, corrected. Throws RefusedError. */
export async function saidColumns(file: string | undefined): Promise<readonly DocumentColumn[]> {
  if (file === undefined) return [];
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new RefusedError(`${file} can't be read. Is the name right?`, { cause });
  });
  const read = saved.safeParse(jsonOf(text));
  if (read.success) return read.data;
  throw new RefusedError(
    `${file} holds no columns: [{ "heading": "Owner", "meaning": "lead" }], with a meaning of ${columnMeanings.join(", ")}.`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
