import { contentTypeName } from "../entities/content-type-entity.ts";
import { argumentInvalid, itemMissing } from "../errors.ts";
import { readValue } from "../items/read-value.ts";
import { textValue } from "../items/text-value.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Segment } from "../odata/address.ts";
import { value } from "../odata/entity.ts";
import { itemRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { ownTypeId } from "../store/content-types.ts";
import { isLibrary, type List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { clientForms } from "./list-data-options.ts";
import type { Resource } from "./resource.ts";

/** SP.ControlMode: shown, changed, new. */
const modes = new Set([1, 2, 3]);

/** `RenderListFormData(itemId, formId, mode)`: an item's values and what its form shows, as a text within the answer. */
export function listFormData(session: Session, list: List, { named }: Segment): Resource {
  return {
    post: () => {
      const mode = Number(named.get("mode"));
      if (!modes.has(mode)) throw argumentInvalid("The mode of a form is 1, 2 or 3.");
      const row = itemRow(session, list, Number(named.get("itemid")));
      if (!row) throw itemMissing();
      const data = { ...values(session, list, row), ...about(session, list, row, mode) };
      return value("RenderListFormData", "Edm.String", JSON.stringify(data));
    },
  };
}

function values(session: Session, list: List, row: Row): JsonObject {
  const shown = list.fields.filter(({ settings }) => !settings.hidden);
  return Object.fromEntries(
    shown.map((field): [string, Json] => {
      const raw = readValue(field, row);
      const plain = typeof raw === "number" || typeof raw === "boolean" || raw === null;
      return [field.name, plain && field.type !== "User" ? raw : textValue(session, field, row)];
    }),
  );
}

function about(session: Session, list: List, row: Row, mode: number): JsonObject {
  const { site, access, caller, database } = session;
  const rights = access.rights(number(row, "scope"));
  const type = ownTypeId(list, text(row, "contenttypeid"));
  const fields = list.fields.filter(({ settings }) => !settings.hidden && !settings.readOnly);
  return {
    FormControlMode: mode,
    FieldControlModes: Object.fromEntries(fields.map(({ name }) => [name, mode])),
    ListSchema: clientForms(list),
    WebAttributes: {
      WebUrl: site.path,
      LCID: 1033,
      CurrentUserId: caller.id,
    },
    ItemAttributes: {
      Id: number(row, "id"),
      FsObjType: number(row, "kind"),
      ExternalListItem: false,
      Url: `${text(row, "dir")}/${text(row, "leaf")}`,
      EffectiveBasePermissionsLow: Number(rights & 0xffffffffn),
      EffectiveBasePermissionsHigh: Number(rights >> 32n),
    },
    ListAttributes: {
      Id: list.id,
      BaseType: isLibrary(list) ? 1 : 0,
      ListTemplateType: list.template,
      EnableVersioning: list.settings.enableVersioning,
    },
    ItemContentTypeId: type,
    ItemContentTypeName: contentTypeName(database, list, type),
  };
}
