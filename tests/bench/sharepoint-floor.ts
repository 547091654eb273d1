import { createServer } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { project, projectedColumns } from "#local/sharepoint/items/projection.ts";
import { noShape } from "#local/sharepoint/odata/query.ts";
import { allColumns } from "#local/sharepoint/query/item-query.ts";
import { Catalogue } from "#local/sharepoint/store/catalogue.ts";
import { openDatabase } from "#local/sharepoint/store/database.ts";
import { tableOf } from "#local/sharepoint/store/list.ts";

export interface FloorPlan {
  /** Holds a copy of the service's file. */
  readonly folder: string;
  /** The list's title, and the name of the column that is filtered by. */
  readonly title: string;
  readonly filtered: string;
  /** How many bytes the service's answer has, by path. */
  readonly sizes: Readonly<Record<string, number>>;
}

/** The statements that the service itself runs for these calls. */
function readSql({ folder, title, filtered }: FloorPlan) {
  const database = openDatabase(folder);
  try {
    const list = new Catalogue(database).byTitle(title);
    const column = list?.fields.find(({ name }) => name === filtered)?.storedIn;
    if (!list || column === undefined)
      throw new Error("The copy has not the list that is measured.");
    const table = tableOf(list);
    return {
      table,
      column,
      number: list.number,
      one: `SELECT ${allColumns(list)} FROM ${table} AS item WHERE item.id = ?`,
      page: `SELECT ${projectedColumns(project(list, noShape), [])} FROM ${table} AS item WHERE item.${column} = ? ORDER BY item.id LIMIT 101`,
    };
  } finally {
    database.close();
  }
}

/**
 * The least that the same answers could cost: a bare HTTP server that runs the same SQL on the same tables and sends
 * as many bytes, always the same. Answers its port.
 */
export function startFloor(plan: FloorPlan): Promise<number> {
  const { table, column, ...sql } = readSql(plan);
  const database = new DatabaseSync(join(plan.folder, "sharepoint.sqlite"));
  database.exec(
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",
  );
  const one = database.prepare(sql.one);
  const page = database.prepare(sql.page);
  const nextId = database.prepare("UPDATE lists SET next_item = next_item + 1 WHERE number = ?");
  const add = database.prepare(
    `INSERT INTO ${table} (title, guid, uid, kind, dir, leaf, scope, created, modified, author, editor, version, etag, ${column})
     SELECT ?, guid, uid, kind, dir, 'added ' || (SELECT max(id) + 1 FROM ${table}), scope, created, modified, author, editor, version, etag, ${column}
     FROM ${table} WHERE id = 1`,
  );
  const log = database.prepare(
    "INSERT INTO changes (at, object, action, list_id, list, item, guid) VALUES ('2026-01-01', 'item', 1, 'x', 1, 1, 'x')",
  );
  const get = () => one.get(500);
  const insert = () => {
    database.exec("BEGIN IMMEDIATE");
    nextId.run(sql.number);
    add.run("added");
    log.run();
    one.get(1);
    database.exec("COMMIT");
  };
  const work: Readonly<Record<string, () => unknown>> = {
    "/get": get,
    "/add": insert,
    "/page": () => page.all(7),
    "/batch": () => {
      for (let part = 0; part < 10; part++) get();
      for (let part = 0; part < 10; part++) insert();
    },
  };
  const bodies = new Map(
    Object.entries(plan.sizes).map(([path, size]) => [path, Buffer.alloc(size, "x")]),
  );
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      work[request.url ?? ""]?.();
      const body = bodies.get(request.url ?? "") ?? Buffer.alloc(0);
      response.writeHead(200, { "Content-Length": body.length }).end(body);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
}
