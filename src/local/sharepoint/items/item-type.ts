import { argumentInvalid } from "../errors.ts";
import type { Json } from "../json.ts";
import type { Session } from "../session.ts";
import { kindOfType, listTypes, writeItemType } from "../store/content-types.ts";
import type { List } from "../store/list.ts";
import { number, type Row } from "../store/row.ts";

/** Gives an item the content type that is asked for, if one is: by id, or by name as forms do. Throws 400 for types the list lacks. */
export function giveType(session: Session, list: List, row: Row, asked: Json | undefined): void {
  if (typeof asked !== "string" || asked === "") return;
  const wanted = asked.toLowerCase();
  const types = listTypes(session.database, list);
  const type =
    types.find(({ id }) => id.toLowerCase() === wanted) ??
    types.find(({ name }) => name.toLowerCase() === wanted) ??
    types.find(({ id }) => kindOfType(id).toLowerCase() === wanted);
  const isFolder = number(row, "kind") === 1;
  if (!type || type.id.startsWith("0x0120") !== isFolder)
    throw argumentInvalid(`The list has no content type ${asked} for this item.`);
  writeItemType(session.database, list, number(row, "id"), type.id);
}
