import type { Database } from "./database.ts";
import { text } from "./row.ts";

/** The ids of the features that are on in a web, by its number, or in the site collection (0). */
export function featuresOf(database: Database, place: number): string[] {
  return database
    .all("SELECT id FROM features WHERE web = ? ORDER BY id", place)
    .map((row) => text(row, "id"));
}

export function switchFeature(database: Database, place: number, id: string, on: boolean): void {
  if (on) database.run("INSERT OR IGNORE INTO features (web, id) VALUES (?, ?)", place, id);
  else database.run("DELETE FROM features WHERE web = ? AND id = ?", place, id);
}
