import { isLookup } from "../fields/field-types.ts";
import { value, type Entity } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import { visibleLists } from "../permissions/visible-lists.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { number } from "../store/row.ts";
import type { Resource } from "./resource.ts";

/** `ReserveListItemId`: an id that no other item will get. */
export function reserveItemId(session: Session, list: List): Resource {
  return {
    post: () => {
      session.access.require(list.scope, right.addListItems);
      const row = session.database.one(
        "UPDATE lists SET next_item = next_item + 1 WHERE number = ? RETURNING next_item - 1 AS id",
        list.number,
      );
      return value("ReserveListItemId", "Edm.Int32", row ? number(row, "id") : 0);
    },
  };
}

/** `GetRelatedFields`: the columns of other lists that look up this one. */
export function relatedFields(session: Session, list: List): Resource {
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.RelatedFields",
      entities: visibleLists(session).flatMap((other) => lookupsInto(session, list, other)),
    }),
  };
}

function lookupsInto({ site }: Session, list: List, other: List): Entity[] {
  return other.fields
    .filter(({ type, settings }) => isLookup(type) && settings.lookupList === list.id)
    .map((field) => ({
      type: "SP.RelatedField",
      path: `Web/Lists(guid'${other.id}')/Fields(guid'${field.id}')`,
      properties: {
        FieldId: field.id,
        ListId: other.id,
        RelationshipDeleteBehavior: 0,
        WebId: site.webId,
      },
    }));
}
