import type { DatabaseSync } from "node:sqlite";
import { firstSchema } from "./first-schema.ts";
import { addItemColumns } from "./item-columns-schema.ts";
import { listsSchema } from "./lists-schema.ts";
import { sideSchema } from "./side-schema.ts";
import { websBinHooksSchema } from "./webs-bin-hooks-schema.ts";

/** One step a version; a step never changes once it was released. */
const steps: readonly ((connection: DatabaseSync) => void)[] = [
  (connection) => connection.exec(firstSchema),
  (connection) => connection.exec(websBinHooksSchema),
  (connection) => connection.exec(listsSchema),
  addItemColumns,
  (connection) => connection.exec(sideSchema),
];

/** Brings the tables to this version. Throws where the file was written by a newer one. */
export function migrate(connection: DatabaseSync, file: string): void {
  const version = Number(connection.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
  if (version > steps.length)
    throw new Error(
      `The file ${file} was written by a newer version of this service (${version}, this is ${steps.length}).`,
    );
  // A table that others refer to can be made anew only while nothing is deleted along with the old one.
  connection.exec("PRAGMA foreign_keys = OFF");
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    connection.exec("BEGIN");
    step(connection);
    connection.exec(`PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
  connection.exec("PRAGMA foreign_keys = ON");
}
