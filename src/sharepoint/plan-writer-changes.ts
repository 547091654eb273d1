import { InjectHeaders } from "@pnp/queryable";
import * as v from "valibot";
import { ConflictError } from "#plan/errors.ts";
import type { ListTitle } from "./list-definition.ts";
import { columnsByName, read } from "./row.ts";
import type { Site } from "./site.ts";

type Values = Readonly<Record<string, string | number | undefined>>;

interface Change {
  readonly list: ListTitle;
  readonly id: number;
  /** What those columns say now, and what they are to say. */
  readonly from: Values;
  readonly to: Values;
  /** What it is for whoever reads of a conflict. */
  readonly called: string;
}

const versioned = v.object({ "odata.etag": v.string() });

/**
 * Changes columns of an item that say what was read of them, and of no other: not where somebody changed them since.
 * Nothing is written where they are as wanted. Throws ConflictError.
 */
export async function changeItem(
  site: Site,
  { list, id, from, to, called }: Change,
): Promise<void> {
  const names = Object.keys(to).filter((name) => text(from[name]) !== text(to[name]));
  if (names.length === 0) return;
  const item = site.sp.web.lists.getByTitle(list).items.getById(id);
  const found: unknown = await item
    .select("Id", ...names)
    .using(InjectHeaders({ Accept: "application/json;odata=minimalmetadata" }))();
  const now = v.parse(columnsByName, found);
  if (names.every((name) => text(now[name]) === text(to[name]))) return;
  if (names.some((name) => text(now[name]) !== text(from[name])))
    throw new ConflictError(`Somebody changed ${called} meanwhile. Read the document again.`);
  const values = Object.fromEntries(names.map((name) => [name, to[name] ?? null]));
  await item.update(values, read(list, versioned, found)["odata.etag"]);
}

/** SharePoint keeps an empty column as null. */
function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}
