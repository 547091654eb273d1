import { webScope } from "../permissions/access.ts";
import { knownType } from "../fields/field-types.ts";
import { fieldSettings, type Field } from "../fields/field.ts";
import type { Database } from "./database.ts";
import { listSettings, type List } from "./list.ts";
import { scopesOfWeb } from "./scopes-of-web.ts";
import { flag, json, number, numberOrNull, text, type Row } from "./row.ts";

/** The lists of one web with their columns, read once and again after every change to them. */
export class Catalogue {
  readonly #database: Database;
  readonly #web: number;
  #lists: readonly List[] | undefined;

  constructor(database: Database, web = 1) {
    this.#database = database;
    this.#web = web;
    database.onRollback(() => this.forget());
  }

  all(): readonly List[] {
    this.#lists ??= this.#read();
    return this.#lists;
  }

  byTitle(title: string): List | undefined {
    const lower = title.toLowerCase();
    return this.all().find((list) => list.title.toLowerCase() === lower);
  }

  byId(id: string): List | undefined {
    const lower = id.replace(/^\{|\}$/g, "").toLowerCase();
    return this.all().find((list) => list.id === lower);
  }

  byNumber(wanted: number): List {
    const list = this.all().find(({ number: own }) => own === wanted);
    if (!list) throw new Error(`There is no list number ${wanted}.`);
    return list;
  }

  /** The list whose root folder this is, or in whose folders it lies. */
  byPath(path: string): List | undefined {
    const lower = `${path.toLowerCase()}/`;
    return this.all().find((list) => lower.startsWith(`${list.root.toLowerCase()}/`));
  }

  forget(): void {
    this.#lists = undefined;
  }

  #read(): List[] {
    const [scope = webScope] = scopesOfWeb(this.#database, this.#web);
    const fields = Map.groupBy(
      this.#database.all("SELECT * FROM fields ORDER BY list, position"),
      (row) => number(row, "list"),
    );
    return this.#database
      .all(
        `SELECT lists.*, scopes.id AS scope FROM lists
         LEFT JOIN scopes ON scopes.list = lists.number AND scopes.item IS NULL
         WHERE lists.web = ? AND lists.recycled = 0
         ORDER BY lists.title`,
        this.#web,
      )
      .map((row) => fromRow(row, fields.get(number(row, "number")) ?? [], scope));
  }
}

function fromRow(row: Row, fields: readonly Row[], scope: number): List {
  return {
    number: number(row, "number"),
    id: text(row, "id"),
    title: text(row, "title"),
    template: number(row, "template"),
    root: text(row, "root"),
    rootGuid: text(row, "root_guid"),
    settings: listSettings.parse(json(row, "settings")),
    author: numberOrNull(row, "author"),
    created: text(row, "created"),
    scope: numberOrNull(row, "scope") ?? scope,
    fields: fields.map(fieldFromRow),
  };
}

function fieldFromRow(row: Row): Field {
  return {
    id: text(row, "id"),
    name: text(row, "name"),
    title: text(row, "title"),
    type: knownType(text(row, "type")),
    storedIn: text(row, "stored_in"),
    position: number(row, "position"),
    indexed: flag(row, "indexed"),
    unique: flag(row, "is_unique"),
    builtIn: flag(row, "built_in"),
    settings: fieldSettings.parse(json(row, "settings")),
  };
}
