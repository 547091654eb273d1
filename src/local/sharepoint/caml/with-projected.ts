import { isLookup, isMany } from "../fields/field-types.ts";
import { fieldSettings, type Field } from "../fields/field.ts";
import type { List } from "../store/list.ts";
import { camlFieldMissing, camlInvalid } from "./caml-errors.ts";
import type { CamlView } from "./caml-view.ts";
import { camlField } from "./filter-from-caml.ts";

/** The list as a view sees it: with the columns of other lists that it projects, each as a lookup of its own. */
export function withProjected(list: List, { projected }: CamlView): List {
  if (projected.length === 0) return list;
  const fields = projected.map(({ name, lookup, showField }): Field => {
    const carrier = camlField(list, lookup);
    if (!isLookup(carrier.type) || isMany(carrier.type)) throw camlInvalid();
    if (list.fields.some((field) => field.name.toLowerCase() === name.toLowerCase()))
      throw camlFieldMissing();
    const { lookupList } = carrier.settings;
    return {
      ...carrier,
      id: `${carrier.id} ${name}`,
      name,
      title: name,
      indexed: false,
      unique: false,
      builtIn: true,
      settings: fieldSettings.parse({
        lookupList,
        showField,
        primaryField: carrier.id,
        readOnly: true,
      }),
    };
  });
  return { ...list, fields: [...list.fields, ...fields] };
}
