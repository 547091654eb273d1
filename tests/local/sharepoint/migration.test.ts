import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { openDatabase } from "#local/sharepoint/store/database.ts";
import { firstSchema } from "#local/sharepoint/store/first-schema.ts";
import { listsSchema } from "#local/sharepoint/store/lists-schema.ts";
import { websBinHooksSchema } from "#local/sharepoint/store/webs-bin-hooks-schema.ts";
import { startSharePoint } from "#local/sharepoint/service.ts";

function withFirstVersion(work: (folder: string) => Promise<void> | void) {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), "local-sharepoint-"));
    const old = new DatabaseSync(join(folder, "sharepoint.sqlite"));
    old.exec(`${firstSchema}; PRAGMA user_version = 1;`);
    old.exec(`
      INSERT INTO lists (number, id, title, template, root, root_guid, settings, created, modified, item_deleted)
        VALUES (1, 'gone', 'Gone', 100, '/g', 'g', '{}', '', '', ''),
               (7, 'kept', 'Kept', 100, '/k', 'k', '{}', '', '', '');
      INSERT INTO fields (list, id, name, title, type, stored_in, position, settings)
        VALUES (7, 'f', 'Title', 'Title', 'Text', 'title', 1, '{}');
      INSERT INTO scopes (id, list) VALUES (5, 7);
      INSERT INTO versions (list, item, version, content) VALUES (7, 1, 512, '{}');
      INSERT INTO lists (number, id, title, template, root, root_guid, settings, created, modified, item_deleted)
        VALUES (9, 'last', 'Last', 100, '/l', 'l', '{}', '', '', '');
      DELETE FROM lists WHERE number IN (1, 9);`);
    old.close();
    try {
      await work(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

it("moves the types of items and whether they have attachments into the lists' tables", () => {
  const folder = mkdtempSync(join(tmpdir(), "local-sharepoint-"));
  const old = new DatabaseSync(join(folder, "sharepoint.sqlite"));
  old.exec(`${firstSchema}; ${websBinHooksSchema}; ${listsSchema}; PRAGMA user_version = 3;`);
  old.exec(`
    INSERT INTO lists (number, id, title, template, root, root_guid, settings, created, modified, item_deleted)
      VALUES (7, 'kept', 'Kept', 100, '/k', 'k', '{}', '', '', '');
    CREATE TABLE items_7 (id INTEGER PRIMARY KEY, uid TEXT NOT NULL) STRICT;
    INSERT INTO items_7 (id, uid) VALUES (1, 'one'), (2, 'two');
    INSERT INTO item_types (item, type) VALUES ('one', '0x0100AA');
    INSERT INTO blobs (id, size) VALUES (3, 0);
    INSERT INTO attachments (item, name, list, blob) VALUES ('two', 'a.txt', 7, 3);`);
  old.close();
  const database = openDatabase(folder);
  expect(database.all("SELECT id, type, attached FROM items_7")).toEqual([
    { id: 1, type: "0x0100AA", attached: 0 },
    { id: 2, type: null, attached: 1 },
  ]);
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a database of the first version", () => {
  it(
    "keeps its lists with all that belongs to them, and numbers new ones on",
    withFirstVersion((folder) => {
      const database = openDatabase(folder);
      const count = (table: string) =>
        Number(database.one(`SELECT count(*) AS count FROM ${table}`)?.["count"]);
      expect(["lists", "scopes", "versions"].map(count)).toEqual([1, 1, 1]);
      const names = database.all("SELECT name FROM fields WHERE list = 7").map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(["Title", "EncodedAbsUrl"]));
      const insert = `INSERT INTO lists (id, title, template, root, root_guid, settings, created, modified, item_deleted)
         VALUES (?, ?, 100, ?, 'n', '{}', '', '', '')`;
      expect(database.run(insert, "new", "New", "/n").id).toBe(10);
      expect(() => database.run(insert, "twice", "kept", "/t")).toThrow("UNIQUE");
      expect(database.one("PRAGMA foreign_keys")).toEqual({ foreign_keys: 1 });
      database.run("DELETE FROM lists WHERE number = 7");
      expect(["fields", "scopes", "versions"].map(count)).toEqual([0, 0, 0]);
      database.close();
    }),
  );

  it(
    "is one that the service can start with",
    withFirstVersion(async (folder) => {
      const service = await startSharePoint({
        port: 0,
        dataFolder: folder,
        authenticate: () => Promise.resolve(undefined),
        directory: [],
      });
      expect((await fetch(`${service.origin}/sites/plan/_api/web`)).status).toBe(401);
      await service.close();
    }),
  );
});
