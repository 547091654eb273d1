import type { Entity } from "../odata/entity.ts";
import { trimmed } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { isLibrary, tableOf, type List } from "../store/list.ts";
import { visibleLists } from "../permissions/visible-lists.ts";

/** How many files there are below a folder, and how many bytes they and their versions take; as far as the caller sees. */
export function storageMetrics(session: Session, path: string, list?: List): Entity {
  const lists = list ? [list] : visibleLists(session).filter(isLibrary);
  const sums = lists.map((each) => sumIn(session, each, list ? path : each.root));
  const total = (read: (sum: Sum) => number) => sums.reduce((all, sum) => all + read(sum), 0);
  const modified = sums.map(({ modified: at }) => at).toSorted();
  return {
    type: "SP.StorageMetrics",
    path: `Web/getFolderByServerRelativePath(decodedurl='${path.replaceAll("'", "''")}')/StorageMetrics`,
    properties: {
      LastModified: modified.at(-1) || session.site.created,
      TotalFileCount: String(total(({ count }) => count)),
      TotalFileStreamSize: String(total(({ size }) => size)),
      TotalSize: String(total(({ size, older }) => size + older)),
    },
  };
}

interface Sum {
  readonly count: number;
  readonly size: number;
  readonly older: number;
  readonly modified: string;
}

function sumIn(session: Session, list: List, path: string): Sum {
  const conditions = trimmed(session, list);
  const where = [
    "item.kind = 0",
    "(item.dir = ? OR (item.dir > ? || '/' AND item.dir < ? || '0'))",
    ...conditions.map(({ sql }) => sql),
  ].join(" AND ");
  const row = session.database.one(
    `SELECT count(*) AS count, ifnull(sum(item.size), 0) AS size, max(item.modified) AS modified,
       ifnull(sum((SELECT sum(json_extract(content, '$.size')) FROM versions
         WHERE versions.list = ${list.number} AND versions.item = item.id)), 0) AS older
     FROM ${tableOf(list)} AS item WHERE ${where}`,
    path,
    path,
    path,
    ...conditions.flatMap(({ parameters }) => parameters),
  );
  return {
    count: Number(row?.["count"] ?? 0),
    size: Number(row?.["size"] ?? 0),
    older: Number(row?.["older"] ?? 0),
    modified: String(row?.["modified"] ?? ""),
  };
}
