import * as z from "zod/mini";

/** What stands in the list `Updates`, as SharePoint says it. */
export interface RawStatement {
  readonly id: number;
  readonly created: string;
  readonly key: string;
  readonly actionId: number;
  /** The agency's, by its last part. */
  readonly folder: string;
  readonly rating: string;
  readonly note: string;
}

const page = z.object({
  value: z.array(
    z.object({
      Id: z.number(),
      Created: z.string(),
      Key: z.string(),
      ActionId: z.nullable(z.number()),
      FileDirRef: z.string(),
      Rating: z.nullable(z.string()),
      Note: z.nullable(z.string()),
    }),
  ),
  "odata.nextLink": z.optional(z.string()),
});

/**
 * Every statement of a plan, read with nothing of the product: what is held against the product must not be read by it.
 * Throws where SharePoint does not answer.
 */
export async function rawStatements(
  siteUrl: string,
  token: string,
  planId: number,
): Promise<readonly RawStatement[]> {
  const columns = "Id,Created,Key,ActionId,FileDirRef,Rating,Note";
  const filter = encodeURIComponent(`PlanId eq ${planId}`);
  const found: RawStatement[] = [];
  let next: string | undefined =
    `${siteUrl}/_api/web/lists/getByTitle('Updates')/items?$select=${columns}&$filter=${filter}&$orderby=Id&$top=500`;
  while (next !== undefined) {
    const headers = { authorization: `Bearer ${token}`, accept: "application/json" };
    const answer: Response = await fetch(next, { headers });
    if (!answer.ok) throw new Error(`SharePoint answered ${answer.status} for its own list.`);
    const { value, "odata.nextLink": more } = page.parse(await answer.json());
    found.push(
      ...value.map((row) => ({
        id: row.Id,
        created: row.Created,
        key: row.Key,
        actionId: row.ActionId ?? 0,
        folder: row.FileDirRef.split("/").at(-1) ?? "",
        rating: row.Rating ?? "",
        note: row.Note ?? "",
      })),
    );
    next = more;
  }
  return found;
}

/** From the least good on, as the sample plan names its ratings. */
const fromLeastGood = ["red", "amber", "green", "blue"];

/** What is proposed for each action that somebody rated: the least good of what its agencies said last. */
export function proposedByHand(statements: readonly RawStatement[]): ReadonlyMap<number, string> {
  const last = new Map<string, RawStatement>();
  for (const statement of statements.toSorted(bySecondThenId))
    if (statement.rating !== "") last.set(`${statement.actionId} ${statement.folder}`, statement);
  const proposed = new Map<number, string>();
  for (const { actionId, rating } of last.values()) {
    const other = proposed.get(actionId);
    if (other === undefined || goodness(rating) < goodness(other)) proposed.set(actionId, rating);
  }
  return proposed;
}

/** SharePoint's moments are whole seconds, all written alike. */
function bySecondThenId(one: RawStatement, other: RawStatement): number {
  return one.created.localeCompare(other.created) || one.id - other.id;
}

function goodness(rating: string): number {
  const place = fromLeastGood.indexOf(rating);
  if (place < 0) throw new Error(`The sample plan has no rating "${rating}".`);
  return place;
}
