import type { Database } from "../store/database.ts";
import { number, numberOrNull, text, type Row } from "../store/row.ts";

/** One thing in the recycle bin, without what it holds. */
export interface BinEntry {
  readonly id: string;
  readonly kind: "item" | "file" | "folder" | "list" | "attachment" | "version";
  readonly title: string;
  readonly list: number | null;
  readonly item: number | null;
  readonly web: number;
  /** 2 is the site collection's own bin, which administrators alone look into. */
  readonly stage: 1 | 2;
  readonly dir: string;
  readonly leaf: string;
  readonly at: string;
  readonly by: number;
  readonly author: number;
  readonly size: number;
}

const columns = "id, kind, title, list, item, web, stage, dir, leaf, at, by, author, size";

export function binEntries(database: Database): BinEntry[] {
  return database.all(`SELECT ${columns} FROM recycled ORDER BY at DESC, rowid DESC`).map(fromRow);
}

export function binContent(database: Database, { id }: BinEntry): string {
  const row = database.one("SELECT content FROM recycled WHERE id = ?", id);
  return row ? text(row, "content") : "[]";
}

export function forgetEntry(database: Database, { id }: BinEntry): void {
  database.run("DELETE FROM recycled WHERE id = ?", id);
}

function fromRow(row: Row): BinEntry {
  return {
    id: text(row, "id"),
    kind: kindOf(text(row, "kind")),
    title: text(row, "title"),
    list: numberOrNull(row, "list"),
    item: numberOrNull(row, "item"),
    web: number(row, "web"),
    stage: number(row, "stage") === 2 ? 2 : 1,
    dir: text(row, "dir"),
    leaf: text(row, "leaf"),
    at: text(row, "at"),
    by: number(row, "by"),
    author: number(row, "author"),
    size: number(row, "size"),
  };
}

function kindOf(kind: string): BinEntry["kind"] {
  const kinds: BinEntry["kind"][] = ["file", "folder", "list", "attachment", "version"];
  return kinds.find((known) => known === kind) ?? "item";
}
