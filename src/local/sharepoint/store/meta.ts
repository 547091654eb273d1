import type { Database } from "./database.ts";
import { text } from "./row.ts";

/** What there is once in a site: its ids, title and birthday. */
export function readMeta(database: Database, name: string): string | undefined {
  const row = database.one("SELECT value FROM meta WHERE name = ?", name);
  return row === undefined ? undefined : text(row, "value");
}

export function writeMeta(database: Database, name: string, value: string): void {
  database.run(
    "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
    name,
    value,
  );
}
