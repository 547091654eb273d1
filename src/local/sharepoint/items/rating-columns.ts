import type { FieldType } from "../fields/field-types.ts";
import type { Session } from "../session.ts";
import { likedItem } from "../entities/comment-entity.ts";
import { likesOf } from "../store/comments.ts";
import type { Parameter } from "../store/database.ts";
import { tableOf, type List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";

interface Sums {
  /** Who rated the item, and how, from 1 to 5. */
  readonly ratings: readonly { readonly person: number; readonly rating: number }[];
  readonly likedBy: readonly number[];
}

/** The columns by which SharePoint shows ratings and likes, where a list has them, by internal name. */
const columns: Readonly<Record<string, readonly [FieldType, (sums: Sums) => Parameter]>> = {
  AverageRating: ["Number", ({ ratings }) => averageOf(ratings)],
  RatingCount: ["Number", ({ ratings }) => ratings.length],
  RatedBy: ["UserMulti", ({ ratings }) => idList(ratings.map(({ person }) => person))],
  LikesCount: ["Number", ({ likedBy }) => likedBy.length],
  LikedBy: ["UserMulti", ({ likedBy }) => idList(likedBy)],
};

/** Writes into an item's columns how it is rated and liked by now, as the system does: no version, no other editor. */
export function fillRatingColumns({ database }: Session, list: List, row: Row): void {
  const uid = text(row, "uid");
  const ratings = database
    .all("SELECT person, rating FROM ratings WHERE item = ? ORDER BY person", uid)
    .map((one) => ({ person: number(one, "person"), rating: number(one, "rating") }));
  const likedBy = likesOf(database, likedItem(row)).map(({ person }) => person);
  for (const { name, type, storedIn } of list.fields) {
    const [kind, sum] = Object.hasOwn(columns, name) ? (columns[name] ?? []) : [];
    if (sum === undefined || kind !== type) continue;
    const sql = `UPDATE ${tableOf(list)} SET ${storedIn} = ? WHERE uid = ?`;
    database.run(sql, sum({ ratings, likedBy }), uid);
  }
}

function averageOf(ratings: Sums["ratings"]): number | null {
  if (ratings.length === 0) return null;
  return ratings.reduce((sum, { rating }) => sum + rating, 0) / ratings.length;
}

const idList = (ids: readonly number[]) => (ids.length === 0 ? null : JSON.stringify(ids));
