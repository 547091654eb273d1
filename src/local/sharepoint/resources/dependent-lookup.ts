import { fieldMissing, refused } from "../errors.ts";
import { isLookup } from "../fields/field-types.ts";
import { internalNameOf, type Field, type NewField } from "../fields/field.ts";
import { textArgument, type Segment } from "../odata/address.ts";

/** A column that shows another part of what a lookup points at, and holds nothing of its own. */
export function dependentLookup(fields: readonly Field[], segment: Segment): NewField {
  const title = textArgument(segment, "displayname");
  const id = String(segment.named.get("primarylookupfieldid") ?? segment.positional[1] ?? "");
  const wanted = id.replaceAll(/[{}]/g, "").toLowerCase();
  const primary = fields.find((field) => field.id === wanted);
  if (!primary) throw fieldMissing(id);
  if (!isLookup(primary.type) || primary.settings.primaryField !== null)
    throw refused(`The field ${primary.title} is no lookup that another one could depend on.`);
  return {
    name: internalNameOf(title),
    title,
    type: primary.type,
    indexed: false,
    unique: false,
    settings: {
      ...primary.settings,
      staticName: undefined,
      required: false,
      readOnly: true,
      showField: String(segment.named.get("showfield") ?? segment.positional[2] ?? "Title"),
      primaryField: primary.id,
    },
  };
}
