import type { Database } from "./database.ts";
import { flag, number, numberOrNull, text, type Row } from "./row.ts";

/** The navigation at the side of a web's pages, and the one at their top. */
export type Bar = "quick" | "top";

export interface NavNode {
  readonly id: number;
  readonly web: number;
  readonly bar: Bar;
  /** The node that it stands below; null for those of the bar itself. */
  readonly parent: number | null;
  readonly title: string;
  readonly url: string;
  readonly external: boolean;
  readonly visible: boolean;
}

/** The nodes of a bar, or those below one of its nodes, as they stand. */
export function navNodes(
  database: Database,
  { web, bar }: Pick<NavNode, "web" | "bar">,
  parent: number | null,
): NavNode[] {
  return database
    .all(
      "SELECT * FROM nav_nodes WHERE web = ? AND bar = ? AND parent IS ? ORDER BY position, id",
      web,
      bar,
      parent,
    )
    .map(fromRow);
}

export function navNode(database: Database, web: number, id: number): NavNode | undefined {
  const row = database.one("SELECT * FROM nav_nodes WHERE web = ? AND id = ?", web, id);
  return row && fromRow(row);
}

/** Adds a node behind its neighbours, or before them; answers its id. */
export function insertNavNode(
  database: Database,
  node: Omit<NavNode, "id">,
  asLast = true,
): number {
  const { id } = database.run(
    `INSERT INTO nav_nodes (web, bar, parent, position, title, url, external, visible)
     SELECT ?1, ?2, ?3, ifnull(iif(?8, max(position) + 1, min(position) - 1), 0), ?4, ?5, ?6, ?7
     FROM nav_nodes WHERE web = ?1 AND bar = ?2 AND parent IS ?3`,
    node.web,
    node.bar,
    node.parent,
    node.title,
    node.url,
    node.external ? 1 : 0,
    node.visible ? 1 : 0,
    asLast ? 1 : 0,
  );
  return id;
}

export function updateNavNode(database: Database, { id, title, url, visible }: NavNode): void {
  database.run(
    "UPDATE nav_nodes SET title = ?, url = ?, visible = ? WHERE id = ?",
    title,
    url,
    visible ? 1 : 0,
    id,
  );
}

/** Puts a node right behind another one of the same place, or before all of them where there is none. */
export function moveNavNode(
  database: Database,
  node: NavNode,
  previous: NavNode | undefined,
): void {
  const others = navNodes(database, node, node.parent).filter(({ id }) => id !== node.id);
  const at = previous ? others.findIndex(({ id }) => id === previous.id) + 1 : 0;
  for (const [position, { id }] of others.toSpliced(at, 0, node).entries())
    database.run("UPDATE nav_nodes SET position = ? WHERE id = ?", position, id);
}

export function deleteNavNode(database: Database, { id }: NavNode): void {
  database.run("DELETE FROM nav_nodes WHERE id = ?", id);
}

function fromRow(row: Row): NavNode {
  return {
    id: number(row, "id"),
    web: number(row, "web"),
    bar: text(row, "bar") === "top" ? "top" : "quick",
    parent: numberOrNull(row, "parent"),
    title: text(row, "title"),
    url: text(row, "url"),
    external: flag(row, "external"),
    visible: flag(row, "visible"),
  };
}
