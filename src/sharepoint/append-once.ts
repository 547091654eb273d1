import * as v from "valibot";
import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { isDuplicateValue } from "./errors.ts";
import { formValues, type Values } from "./form-values.ts";
import type { ListTitle } from "./list-definition.ts";
import type { Site } from "./site.ts";
import { columnsByName, finite } from "./row.ts";

const written = v.array(
  v.object({
    FieldName: v.nullable(v.string()),
    FieldValue: v.nullish(v.string()),
    HasException: v.boolean(),
    ErrorMessage: v.nullish(v.string()),
    ItemId: v.nullish(finite),
  }),
);

const ownItem = v.array(columnsByName);

/** A UUID: it stands in a filter. */
export const itemKey = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/i));

interface Appended {
  /** With its `Key`, made before the first try. */
  readonly values: Values;
  /** What tells the item that an earlier try wrote from one that somebody else wrote with the same key. */
  readonly about: readonly string[];
  /** The folder it goes into; the list itself where it is left out. */
  readonly folder?: string;
}

/** Adds an item: one request; only where its key stands already, a second one that finds what an earlier try wrote. */
export async function appendOnce(
  site: Site,
  list: ListTitle,
  item: Appended,
): Promise<{ readonly id: number }> {
  const path = [site.path, "Lists", list, item.folder].filter(Boolean).join("/");
  try {
    const items = site.sp.web.lists.getByTitle(list);
    const fields = v.parse(
      written,
      await items.addValidateUpdateItemUsingPath(formValues(item.values), path),
    );
    const refused = fields.filter(({ HasException }) => HasException);
    if (refused.some(({ FieldName }) => FieldName === "Key"))
      return await alreadyWritten(site, list, item);
    if (refused.length > 0) throw refusal(refused);
    return { id: idOf(fields) };
  } catch (cause) {
    if (isDuplicateValue(cause)) return alreadyWritten(site, list, item);
    throw cause;
  }
}

async function alreadyWritten(
  site: Site,
  list: ListTitle,
  { values, about }: Appended,
): Promise<{ readonly id: number }> {
  const found = v.parse(
    ownItem,
    await site.sp.web.lists
      .getByTitle(list)
      .items.filter(`Key eq '${v.parse(itemKey, values["Key"])}'`)
      .select("Id", ...about)(),
  );
  const own = found.find((row) => about.every((name) => (row[name] || 0) === (values[name] ?? 0)));
  const id = v.safeParse(v.object({ Id: finite }), own);
  if (!id.success)
    throw new NotAllowedError("This was saved before as something else. Reload, and say it again.");
  return { id: id.output.Id };
}

function idOf(fields: v.InferOutput<typeof written>): number {
  const id = fields
    .map(
      ({ ItemId, FieldName, FieldValue }) =>
        ItemId || (FieldName === "Id" ? Number(FieldValue) : 0),
    )
    .find(Boolean);
  if (!id) throw new RangeError("SharePoint took the item and did not say which one it became.");
  return id;
}

function refusal(fields: v.InferOutput<typeof written>): RefusedError {
  const reasons = fields.map(
    ({ FieldName, ErrorMessage }) => `${FieldName}: ${ErrorMessage ?? "refused"}`,
  );
  return new RefusedError(`SharePoint did not accept ${reasons.join("; ")}. Nothing was saved.`);
}
