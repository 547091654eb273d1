import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { RefusedError } from "#plan/errors.ts";

/** Writes a document that was made. Throws RefusedError, which says what may stand in the way. */
export async function saveDocument(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(file, bytes).catch((cause: unknown) => {
    throw new RefusedError(
      `${resolve(file)} can't be written. Is the folder there, and the file not open in another program?`,
      { cause },
    );
  });
}
