import { argumentInvalid, itemMissing, listIdMissing } from "../errors.ts";
import { insertBlob } from "../files/blobs.ts";
import { checkName } from "../files/check-name.ts";
import { freeName, isTaken } from "../files/free-name.ts";
import { insertItem } from "../items/write-item.ts";
import type { Segment } from "../odata/address.ts";
import { Complex, value, type Answer } from "../odata/entity.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import { scopeOfFolder } from "../permissions/securable.ts";
import { mayViewList } from "../permissions/visible-lists.ts";
import { itemRow, pathRow } from "../query/item-query.ts";
import { structureChanged, type Session } from "../session.ts";
import {
  defaultLibraries,
  defaultLibrary,
  insertDefaultLibrary,
} from "../store/default-libraries.ts";
import type { List } from "../store/list.ts";
import { text } from "../store/row.ts";
import type { Resource } from "./resource.ts";

/** `UploadImage(listTitle, imageName, listId, itemId)`: keeps a picture for an image column, below Site Assets. */
export function uploadImage(session: Session, segment: Segment): Resource {
  return { post: ({ body }) => upload(session, segment, body) };
}

function upload(session: Session, { named }: Segment, content: Uint8Array): Answer {
  const list = session.catalogue.byId(String(named.get("listid")));
  if (!list || !mayViewList(session, list)) throw listIdMissing();
  const id = Number(named.get("itemid"));
  if (!Number.isSafeInteger(id)) throw argumentInvalid("UploadImage needs the id of an item.");
  const item = itemRow(session, list, id);
  if (!item) throw itemMissing();
  requireWrite(session, list, item, right.editListItems);
  const assets = library(session);
  const folder = [`Lists`, list.id].reduce(
    (above, leaf) => inside(session, assets, above, leaf),
    assets.root,
  );
  const asked = checkName(String(named.get("imagename") ?? ""));
  const taken = isTaken(session, assets, folder, asked);
  const leaf = taken ? freeName(session, assets, folder, asked) : asked;
  const blob = insertBlob(session.database, content);
  insertItem(session, assets, { values: new Map(), folder, kind: 0, leaf, blob });
  const row = pathRow(session, assets, `${folder}/${leaf}`);
  if (!row) throw itemMissing();
  return value(
    "UploadImage",
    "SP.ImageItem",
    new Complex("SP.ImageItem", {
      Name: leaf,
      ServerRelativeUrl: `${folder}/${leaf}`,
      UniqueId: text(row, "uid"),
    }),
  );
}

/** Site Assets, made where it is not there. */
function library(session: Session): List {
  const { catalogue, database, site, caller, now } = session;
  const known = defaultLibrary(catalogue.all(), site, defaultLibraries.assets);
  if (known) return known;
  session.access.require(site.scope, right.manageLists);
  const by = { author: caller.id, now };
  const made = insertDefaultLibrary(database, site, defaultLibraries.assets, by);
  structureChanged(session);
  return catalogue.byNumber(made);
}

/** A folder in a folder, made where it is not there. */
function inside(session: Session, list: List, folder: string, leaf: string): string {
  const path = `${folder}/${leaf}`;
  session.access.require(scopeOfFolder(session, list, folder), right.addListItems);
  if (!pathRow(session, list, path))
    insertItem(session, list, { values: new Map(), folder, kind: 1, leaf });
  return path;
}
