import { z } from "zod";
import type { Session } from "../session.ts";
import { tableOf, type List } from "../store/list.ts";
import { number, text } from "../store/row.ts";

const kept = z.object({
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  versions: z.array(z.object({ version: z.number(), content: z.string() })),
  /** Who had which level, where the item had permissions of its own. */
  assignments: z.array(z.object({ principal: z.number(), role: z.number() })).optional(),
});

/** All that there is of one item, so that it can be brought back as it was. */
export type Kept = z.infer<typeof kept>;

/** Reads what a bin entry holds: what lies in a folder comes before the folder. */
export function readKept(content: string): Kept[] {
  return z.array(kept).parse(JSON.parse(content));
}

export function keepItem({ database }: Session, list: List, id: number): Kept {
  const row = database.one(`SELECT * FROM ${tableOf(list)} WHERE id = ?`, id);
  const versions = database.all(
    "SELECT version, content FROM versions WHERE list = ? AND item = ? ORDER BY version",
    list.number,
    id,
  );
  const scope = database.one("SELECT id FROM scopes WHERE list = ? AND item = ?", list.number, id);
  return kept.parse({
    row,
    versions: versions.map((version) => ({
      version: number(version, "version"),
      content: text(version, "content"),
    })),
    ...(scope === undefined
      ? {}
      : {
          assignments: database
            .all("SELECT principal, role FROM assignments WHERE scope = ?", number(scope, "id"))
            .map((row_) => ({ principal: number(row_, "principal"), role: number(row_, "role") })),
        }),
  });
}

/** The bytes that a kept item and its versions refer to. */
export function blobsOf({ row, versions }: Kept): number[] {
  const older = versions.map(({ content }) => versionBlob.parse(JSON.parse(content)).blob);
  const ids = [row["blob"], ...older].filter((id) => typeof id === "number");
  return [...new Set(ids)];
}

const versionBlob = z.object({ blob: z.number().nullish() });
