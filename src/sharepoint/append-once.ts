import * as z from "zod/mini";
import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { isDuplicateValue } from "./errors.ts";
import { formValues, type Values } from "./form-values.ts";
import type { ListTitle } from "./list-definition.ts";
import type { Site } from "./site.ts";

const written = z.array(
  z.object({
    FieldName: z.nullable(z.string()),
    FieldValue: z.optional(z.nullable(z.string())),
    HasException: z.boolean(),
    ErrorMessage: z.optional(z.nullable(z.string())),
    ItemId: z.optional(z.nullable(z.number())),
  }),
);

const ownItem = z.array(z.record(z.string(), z.unknown()));

/** A UUID: it stands in a filter. */
export const itemKey = z.string().check(z.regex(/^[0-9a-f-]{36}$/i));

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
    const fields = written.parse(
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
  const found = ownItem.parse(
    await site.sp.web.lists
      .getByTitle(list)
      .items.filter(`Key eq '${itemKey.parse(values["Key"])}'`)
      .select("Id", ...about)(),
  );
  const own = found.find((row) => about.every((name) => (row[name] || 0) === (values[name] ?? 0)));
  const id = z.safeParse(z.object({ Id: z.number() }), own);
  if (!id.success)
    throw new NotAllowedError("This was saved before as something else. Reload, and say it again.");
  return { id: id.data.Id };
}

function idOf(fields: z.infer<typeof written>): number {
  const id = fields
    .map(
      ({ ItemId, FieldName, FieldValue }) =>
        ItemId || (FieldName === "Id" ? Number(FieldValue) : 0),
    )
    .find(Boolean);
  if (!id) throw new RangeError("SharePoint took the item and did not say which one it became.");
  return id;
}

function refusal(fields: z.infer<typeof written>): RefusedError {
  const reasons = fields.map(
    ({ FieldName, ErrorMessage }) => `${FieldName}: ${ErrorMessage ?? "refused"}`,
  );
  return new RefusedError(`SharePoint did not accept ${reasons.join("; ")}. Nothing was saved.`);
}
