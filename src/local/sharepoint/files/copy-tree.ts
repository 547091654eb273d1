import type { Field } from "../fields/field.ts";
import { isObject, parseJson, type Json } from "../json.ts";
import { insertItem } from "../items/write-item.ts";
import type { Values } from "../items/values-from-json.ts";
import type { Parameter } from "../store/database.ts";
import { fieldByName, isLibrary, tableOf, type List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { checkPath } from "./check-name.ts";
import { copyBlob } from "./blobs.ts";
import { pathOfRow, type Found, type Target } from "./place.ts";
import { visibleIn } from "./visible-in.ts";

export interface CopyHow {
  /** Made by the caller now, instead of by whom and when the original was. */
  readonly resetAuthor: boolean;
  /** Takes the unique id and all versions away from the original, which is about to go. */
  readonly whole: boolean;
}

/** Makes a new item of what was found, and of all that the caller sees in it. */
export function copyTree(found: Found, target: Target, how: CopyHow): void {
  const { session, list, row } = found;
  checkPath(`${target.folder}/${target.leaf}`);
  const folder = number(row, "kind") === 1;
  const blob =
    typeof row["blob"] === "number" ? copyBlob(session.database, row["blob"]) : undefined;
  const id = insertItem(target.session, target.list, {
    values: sameValues(list, row, target),
    folder: target.folder,
    kind: folder ? 1 : 0,
    leaf: target.leaf,
    ...(blob ? { blob } : {}),
  });
  if (!how.resetAuthor) keepAuthor(found, target, id);
  if (how.whole) takeAlong(found, target.list, id);
  if (!folder) return;
  for (const inner of visibleIn(session, list, pathOfRow(row)))
    copyTree(
      { session, list, row: inner },
      { ...target, folder: `${target.folder}/${target.leaf}`, leaf: text(inner, "leaf") },
      how,
    );
}

/** The columns that both lists have under one name and of one type. */
function sameValues(from: List, row: Row, { list: to, leaf }: Target): Values {
  const values = new Map<Field, Parameter>();
  const title = fieldByName(to, "Title");
  if (title) values.set(title, row["title"] ?? (isLibrary(to) ? null : leaf));
  for (const [own, other] of sharedColumns(from, to)) values.set(other, row[own.storedIn] ?? null);
  return values;
}

function sharedColumns(from: List, to: List): [Field, Field][] {
  return from.fields.flatMap((own): [Field, Field][] => {
    const other = to.fields.find(({ name, type }) => name === own.name && type === own.type);
    return other && !own.builtIn && !other.builtIn && !other.unique ? [[own, other]] : [];
  });
}

function keepAuthor({ session, row }: Found, { list }: Target, id: number): void {
  session.database.run(
    `UPDATE ${tableOf(list)} SET created = ?, author = ?, modified = ?, editor = ? WHERE id = ?`,
    text(row, "created"),
    number(row, "author"),
    text(row, "modified"),
    number(row, "editor"),
    id,
  );
}

function takeAlong({ session, list, row }: Found, to: List, id: number): void {
  const { database } = session;
  const from = number(row, "id");
  database.run(
    `UPDATE ${tableOf(to)} SET uid = ?, version = ? WHERE id = ?`,
    text(row, "uid"),
    number(row, "version"),
    id,
  );
  const versions = database.all(
    "SELECT version, content FROM versions WHERE list = ? AND item = ?",
    list.number,
    from,
  );
  for (const version of versions)
    database.run(
      "INSERT INTO versions (list, item, version, content) VALUES (?, ?, ?, ?)",
      to.number,
      id,
      number(version, "version"),
      JSON.stringify(translated(parseJson(text(version, "content")), sharedColumns(list, to))),
    );
  database.run("DELETE FROM versions WHERE list = ? AND item = ?", list.number, from);
}

/** A version's columns under the names that the other list's table has for them. */
function translated(content: Json, columns: readonly [Field, Field][]): Json {
  if (!isObject(content)) return content;
  const builtIn = Object.entries(content).filter(([name]) => !/^c\d+$/.test(name));
  const added = columns.map(([own, other]): [string, Json] => [
    other.storedIn,
    content[own.storedIn] ?? null,
  ]);
  return Object.fromEntries([...builtIn, ...added]);
}
