import { z } from "zod";
import { itemMissing } from "../errors.ts";
import { updateItem } from "../items/write-item.ts";
import type { Session } from "../session.ts";
import type { Parameter } from "../store/database.ts";
import type { Field } from "../fields/field.ts";
import type { List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { blobSize, copyBlob } from "./blobs.ts";
import { dropUnused } from "./unused-blobs.ts";

const content = z
  .object({
    blob: z.number().nullish(),
    modified: z.string(),
    editor: z.number(),
  })
  .catchall(z.union([z.string(), z.number(), z.null()]));

/** An earlier version of a file; the current one is the file itself. */
export interface FileVersion {
  readonly version: number;
  readonly label: string;
  readonly blob: number;
  readonly size: number;
  readonly created: string;
  readonly editor: number;
  readonly content: z.infer<typeof content>;
}

export const versionLabel = (version: number) => `${Math.floor(version / 512)}.${version % 512}`;

/** The earlier versions of a file or item, oldest first. */
export function fileVersions({ database }: Session, list: List, row: Row): FileVersion[] {
  const rows = database.all(
    "SELECT version, content FROM versions WHERE list = ? AND item = ? ORDER BY version",
    list.number,
    number(row, "id"),
  );
  return rows.map((found) => {
    const kept = content.parse(JSON.parse(text(found, "content")));
    const version = number(found, "version");
    const blob = kept.blob ?? 0;
    return {
      version,
      label: versionLabel(version),
      blob,
      size: blob === 0 ? 0 : blobSize(database, blob),
      created: kept.modified,
      editor: kept.editor,
      content: kept,
    };
  });
}

/** Makes what a file or item was in an earlier version its newest one. */
export function restoreVersion(session: Session, list: List, row: Row, old: FileVersion): void {
  const values = new Map<Field, Parameter>();
  for (const field of list.fields) {
    const value = old.content[field.storedIn];
    const own = /^(?:c\d+|title)$/.test(field.storedIn);
    if (own && value !== undefined && !field.settings.readOnly) values.set(field, value);
  }
  const bytes = old.blob === 0 ? {} : { blob: copyBlob(session.database, old.blob) };
  updateItem(session, list, row, { values, ...bytes });
}

export function deleteVersion(
  { database }: Session,
  list: List,
  row: Row,
  old: FileVersion | undefined,
): void {
  if (!old) throw itemMissing();
  database.run(
    "DELETE FROM versions WHERE list = ? AND item = ? AND version = ?",
    list.number,
    number(row, "id"),
    old.version,
  );
  dropUnused(database, list, number(row, "id"), [old.blob]);
}
