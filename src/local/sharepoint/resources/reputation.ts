import { likedItem } from "../entities/comment-entity.ts";
import { argumentInvalid, itemMissing, listIdMissing } from "../errors.ts";
import { fillRatingColumns } from "../items/rating-columns.ts";
import type { Segment } from "../odata/address.ts";
import { value } from "../odata/entity.ts";
import { mayViewList } from "../permissions/visible-lists.ts";
import { itemRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { likesOf } from "../store/comments.ts";
import type { List } from "../store/list.ts";
import { text, type Row } from "../store/row.ts";
import { likeItem, personId } from "./comments.ts";
import type { Resource } from "./resource.ts";

const name = "microsoft.office.server.reputationmodel.reputation";

/** `Reputation.SetLike` and `Reputation.SetRating`, with which clients like and rate an item. */
export function reputationSteps(session: Session): NonNullable<Resource["steps"]> {
  return {
    [`${name}.setlike`]: (segment) => ({ post: () => setItemLike(session, segment) }),
    [`${name}.setrating`]: (segment) => ({ post: () => setItemRating(session, segment) }),
  };
}

function itemOf(session: Session, { named }: Segment): { readonly list: List; readonly row: Row } {
  const list = session.catalogue.byId(String(named.get("listid")));
  if (!list || !mayViewList(session, list)) throw listIdMissing();
  const id = Number(named.get("itemid"));
  if (!Number.isSafeInteger(id)) throw argumentInvalid("The id of the item is missing.");
  const row = itemRow(session, list, id);
  if (!row) throw itemMissing();
  return { list, row };
}

/** Answers how the item is rated on average by now: one rating a person, from 1 to 5. */
function setItemRating(session: Session, segment: Segment) {
  const { database } = session;
  const { list, row } = itemOf(session, segment);
  const uid = text(row, "uid");
  const rating = Number(segment.named.get("rating"));
  if (!(rating >= 1 && rating <= 5)) throw argumentInvalid("A rating lies between 1 and 5.");
  database.run(
    "INSERT OR REPLACE INTO ratings (item, person, rating) VALUES (?, ?, ?)",
    uid,
    personId(session),
    rating,
  );
  fillRatingColumns(session, list, row);
  const average = database.one("SELECT avg(rating) AS average FROM ratings WHERE item = ?", uid);
  return value("SetRating", "Edm.Double", Number(average?.["average"] ?? rating));
}

function setItemLike(session: Session, segment: Segment) {
  const { list, row } = itemOf(session, segment);
  const { named } = segment;
  const likes = named.get("like");
  likeItem(session, list, row, likes === true || likes === "true" || likes === 1);
  return value("SetLike", "Edm.Int32", likesOf(session.database, likedItem(row)).length);
}
