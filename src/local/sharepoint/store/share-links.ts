import { randomBytes, randomUUID } from "node:crypto";
import type { Database } from "./database.ts";
import { number, text, type Row } from "./row.ts";

/** A link that somebody made to share one thing with. */
export interface ShareLink {
  readonly id: string;
  /** SP.SharingLinkKind. */
  readonly kind: number;
  /** What its address ends with. */
  readonly token: string;
  readonly author: number;
  readonly created: string;
  /** ISO 8601, or empty for a link that does not end. */
  readonly expires: string;
}

/** The links to an item, by its unique id; one of each kind at most. */
export function shareLinksOf(database: Database, item: string): ShareLink[] {
  return database.all("SELECT * FROM share_links WHERE item = ? ORDER BY kind", item).map(fromRow);
}

/** Makes a link; where there is one of that kind, it stays and ends when it is said now. */
export function keepShareLink(
  database: Database,
  item: string,
  { kind, author, created, expires }: Omit<ShareLink, "id" | "token">,
): ShareLink {
  const [row] = database.all(
    `INSERT INTO share_links (id, item, kind, token, author, created, expires) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (item, kind) DO UPDATE SET expires = excluded.expires RETURNING *`,
    randomUUID(),
    item,
    kind,
    randomBytes(24).toString("base64url"),
    author,
    created,
    expires,
  );
  if (!row) throw new Error("A link was not kept.");
  return fromRow(row);
}

export function dropShareLinks(database: Database, item: string, kind: number): void {
  database.run("DELETE FROM share_links WHERE item = ? AND kind = ?", item, kind);
}

function fromRow(row: Row): ShareLink {
  return {
    id: text(row, "id"),
    kind: number(row, "kind"),
    token: text(row, "token"),
    author: number(row, "author"),
    created: text(row, "created"),
    expires: text(row, "expires"),
  };
}
