import { itemMissing } from "../errors.ts";
import { serverRelative } from "../files/place.ts";
import { textArgument, type Segment } from "../odata/address.ts";
import { mayViewList } from "../permissions/visible-lists.ts";
import { pathRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { number } from "../store/row.ts";
import { fileAtPath } from "./file.ts";
import { folderAtPath } from "./folder.ts";
import { itemResource } from "./items.ts";
import type { Resource } from "./resource.ts";
import { viewAtPath } from "./views.ts";

/** Items and views by the addresses that people see in their browsers. */
export function webLookupSteps(session: Session): NonNullable<Resource["steps"]> {
  const asked = (segment: Segment, name: string) =>
    serverRelative(session, textArgument(segment, name));
  return {
    getlistitem: (segment) => itemAtPath(session, asked(segment, "strurl")),
    getlistitemusingpath: (segment) => itemAtPath(session, asked(segment, "decodedurl")),
    getviewfromurl: (segment) => viewAtPath(session, asked(segment, "listurl")),
    getviewfrompath: (segment) => viewAtPath(session, asked(segment, "decodedurl")),
  };
}

/** The item that a path leads to: a file's, a folder's, or its own `/Lists/Actions/7_.000`. */
function itemAtPath(session: Session, path: string): Resource {
  const list = session.catalogue.byPath(path);
  const row = list && mayViewList(session, list) ? pathRow(session, list, path) : undefined;
  if (!list || !row) throw itemMissing();
  return itemResource(session, list, number(row, "id"), { file: fileAtPath, folder: folderAtPath });
}
