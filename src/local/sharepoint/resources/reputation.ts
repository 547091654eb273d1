import { likedItem } from "../entities/comment-entity.ts";
import { argumentInvalid, itemMissing, listIdMissing } from "../errors.ts";
import type { Segment } from "../odata/address.ts";
import { value } from "../odata/entity.ts";
import { mayViewList } from "../permissions/visible-lists.ts";
import { itemRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { likesOf } from "../store/comments.ts";
import { like } from "./comments.ts";
import type { Resource } from "./resource.ts";

const name = "microsoft.office.server.reputationmodel.reputation.setlike";

/** `Reputation.SetLike(listID, itemID, like)`, with which clients like an item. */
export function reputationSteps(session: Session): NonNullable<Resource["steps"]> {
  return { [name]: (segment) => ({ post: () => setItemLike(session, segment) }) };
}

function setItemLike(session: Session, { named }: Segment) {
  const list = session.catalogue.byId(String(named.get("listid")));
  if (!list || !mayViewList(session, list)) throw listIdMissing();
  const id = Number(named.get("itemid"));
  if (!Number.isSafeInteger(id)) throw argumentInvalid("SetLike needs the id of an item.");
  const row = itemRow(session, list, id);
  if (!row) throw itemMissing();
  const likes = named.get("like");
  like(session, likedItem(row), likes === true || likes === "true" || likes === 1);
  return value("SetLike", "Edm.Int32", likesOf(session.database, likedItem(row)).length);
}
