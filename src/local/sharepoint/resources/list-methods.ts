import { z } from "zod";
import { itemMissing } from "../errors.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { formValues } from "../items/values-from-form.ts";
import { textArgument } from "../odata/address.ts";
import { Complex, value, type Answer } from "../odata/entity.ts";
import { itemRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { tableOf, type List } from "../store/list.ts";
import { number, type Row } from "../store/row.ts";
import { addByForm, updateByForm } from "./form-answer.ts";
import { addItemSteps } from "./list-additions.ts";
import type { Resource } from "./resource.ts";

/** What a list can be asked by method that has no address of its own. `item` makes the resource of one of its items. */
export function listMethodSteps(
  session: Session,
  list: List,
  item: (id: number) => Resource,
): NonNullable<Resource["steps"]> {
  return {
    getitembyuniqueid: (segment) => item(idOf(session, list, textArgument(segment, "uniqueid"))),
    ...addItemSteps(session, list),
    addvalidateupdateitem: () => ({ post: (request) => addByForm(session, list, request) }),
    bulkvalidateupdatelistitems: () => ({ post: (request) => changeMany(session, list, request) }),
    // A file is checked in from its first version on, so none waits for that.
    getcheckedoutfiles: () => ({ get: () => none("SP.ApiData.CheckedOutFiles") }),
  };
}

const none = (set: string): Answer => ({ kind: "collection", set, entities: [] });

function idOf({ database }: Session, list: List, uniqueId: string): number {
  const wanted = uniqueId.replace(/^\{|\}$/g, "").toLowerCase();
  const row = database.one(`SELECT id FROM ${tableOf(list)} WHERE uid = ?`, wanted);
  if (!row) throw itemMissing();
  return number(row, "id");
}

const many = z.object({
  itemIds: z.array(z.coerce.number().int()).min(1).max(100),
  formValues,
  bNewDocumentUpdate: z.boolean().default(false),
  checkInComment: z.string().nullish(),
});

/** The same values into several items; what is refused is told beside each item's fields. */
function changeMany(session: Session, list: List, request: ApiRequest): Answer {
  const { itemIds } = parseBody(many, request);
  const told = itemIds.map((id) =>
    updateByForm(session, list, existing(session, list, id), request),
  );
  const values = told.flatMap((answer) => (answer.kind === "value" ? complexOf(answer) : []));
  return value("BulkValidateUpdateListItems", "Collection(SP.ListItemFormUpdateValue)", values);
}

function complexOf(answer: Answer & { readonly kind: "value" }): Complex[] {
  const values = Array.isArray(answer.value) ? answer.value : [];
  return values.filter((each): each is Complex => each instanceof Complex);
}

function existing(session: Session, list: List, id: number): Row {
  const row = itemRow(session, list, id);
  if (!row) throw itemMissing();
  return row;
}
