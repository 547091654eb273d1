import type { DatabaseSync } from "node:sqlite";
import { firstSchema } from "./first-schema.ts";

/** One step a version; a step never changes once it was released. */
const steps: readonly string[] = [firstSchema];

/** Brings the tables to this version. Throws where the file was written by a newer one. */
export function migrate(connection: DatabaseSync, file: string): void {
  const version = Number(connection.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
  if (version > steps.length)
    throw new Error(
      `The file ${file} was written by a newer version of this service (${version}, this is ${steps.length}).`,
    );
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    connection.exec(`BEGIN; ${step}; PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}
