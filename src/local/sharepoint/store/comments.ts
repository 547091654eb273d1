import { z } from "zod";
import type { Database } from "./database.ts";
import { json, number, numberOrNull, text, type Row } from "./row.ts";

/** What somebody said about an item, or answered to what somebody said. */
export interface Comment {
  readonly id: number;
  /** 0 for what answers nobody. */
  readonly parent: number;
  readonly author: number;
  readonly text: string;
  readonly created: string;
  /** Who is meant where the text says `@mention{0}`, in that order. */
  readonly mentions: readonly number[];
}

/** Comments on an item that answer this one, or nobody (0); the newest first, as they are shown. */
export function commentsOn(database: Database, item: string, parent = 0): Comment[] {
  return database
    .all(
      "SELECT * FROM comments WHERE item = ? AND ifnull(parent, 0) = ? ORDER BY id DESC",
      item,
      parent,
    )
    .map(fromRow);
}

export function commentById(database: Database, item: string, id: number): Comment | undefined {
  const row = database.one("SELECT * FROM comments WHERE item = ? AND id = ?", item, id);
  return row && fromRow(row);
}

export function insertComment(
  database: Database,
  place: { readonly list: number; readonly item: string; readonly parent: number },
  said: Pick<Comment, "author" | "text" | "created" | "mentions">,
): number {
  const { id } = database.run(
    "INSERT INTO comments (list, item, parent, author, content, created, mentions) VALUES (?, ?, ?, ?, ?, ?, ?)",
    place.list,
    place.item,
    place.parent === 0 ? null : place.parent,
    said.author,
    said.text,
    said.created,
    JSON.stringify(said.mentions),
  );
  return id;
}

/** Whether nobody may say anything more about an item. */
export function isClosed(database: Database, item: string): boolean {
  return database.one("SELECT 1 FROM closed_comments WHERE item = ?", item) !== undefined;
}

export function setClosed(database: Database, item: string, closed: boolean): void {
  if (closed) database.run("INSERT OR IGNORE INTO closed_comments (item) VALUES (?)", item);
  else database.run("DELETE FROM closed_comments WHERE item = ?", item);
}

/** Answers to a comment go with it. */
export function deleteComment(database: Database, id: number): void {
  database.run(
    "DELETE FROM likes WHERE what IN (SELECT 'comment ' || id FROM comments WHERE id = ?1 OR parent = ?1)",
    id,
  );
  database.run("DELETE FROM comments WHERE id = ?", id);
}

export interface Like {
  readonly person: number;
  readonly at: string;
}

/** Items and comments are liked alike: `item <uid>`, `comment <id>`. */
export function likesOf(database: Database, what: string): Like[] {
  return database
    .all("SELECT person, at FROM likes WHERE what = ? ORDER BY at, person", what)
    .map((row) => ({ person: number(row, "person"), at: text(row, "at") }));
}

export function setLike(
  database: Database,
  what: string,
  { person, at }: Like,
  likes: boolean,
): void {
  if (likes)
    database.run(
      "INSERT OR IGNORE INTO likes (what, person, at) VALUES (?, ?, ?)",
      what,
      person,
      at,
    );
  else database.run("DELETE FROM likes WHERE what = ? AND person = ?", what, person);
}

function fromRow(row: Row): Comment {
  return {
    id: number(row, "id"),
    parent: numberOrNull(row, "parent") ?? 0,
    author: number(row, "author"),
    text: text(row, "content"),
    created: text(row, "created"),
    mentions: z.array(z.number()).parse(json(row, "mentions")),
  };
}
