import type { PlanDocument } from "#documents/plan-document.ts";
import type { ReviewAction, ReviewGroup } from "./review-rows.ts";

/** A document that was read, with what is to be known of each of its rows. */
export interface ReadDocument {
  readonly document: PlanDocument;
  readonly groups: readonly ReviewGroup[];
}

/** What is read beside the rows. */
export type RestOfDocument = Omit<PlanDocument, "recommendations">;

/** A slow computer takes in so many rows within some ten milliseconds. */
const most = 400;

/**
 * Rows on their way from the worker that reads to the page, in parts of which it can take one without standing still. A
 * group that does not fit in one goes on as the first of the next.
 */
export function* reviewParts(groups: readonly ReviewGroup[]): Generator<readonly ReviewGroup[]> {
  let part: ReviewGroup[] = [];
  let room = most;
  for (const group of groups) {
    for (const piece of pieces(group)) {
      part.push(piece);
      room -= 1 + piece.actions.length;
      if (room > 0) continue;
      yield part;
      [part, room] = [[], most];
    }
  }
  if (part.length > 0) yield part;
}

function* pieces(group: ReviewGroup): Generator<ReviewGroup> {
  if (group.actions.length <= most) yield group;
  else
    for (let from = 0; from < group.actions.length; from += most)
      yield withActions(group, group.actions.slice(from, from + most));
}

/** The rows that came in parts, in the order in which they were sent. */
export class GroupsFromParts {
  readonly #groups: { readonly first: ReviewGroup; readonly actions: ReviewAction[] }[] = [];

  take(part: readonly ReviewGroup[]): void {
    for (const piece of part) {
      const last = this.#groups.at(-1);
      if (last?.first.key === piece.key) last.actions.push(...piece.actions);
      else this.#groups.push({ first: piece, actions: [...piece.actions] });
    }
  }

  /** All of them, with what was read beside them. */
  with(rest: RestOfDocument): ReadDocument {
    const groups = this.#groups.map(({ first, actions }) =>
      actions.length === first.actions.length ? first : withActions(first, actions),
    );
    const recommendations = groups.map(({ recommendation }) => recommendation);
    return { document: { ...rest, recommendations }, groups };
  }
}

function withActions(group: ReviewGroup, actions: readonly ReviewAction[]): ReviewGroup {
  const recommendation = { ...group.recommendation, actions: actions.map(({ action }) => action) };
  return { ...group, recommendation, actions };
}
