import { slices } from "#tab/worker/slices.ts";

/** Rows under one, and how it is taken apart and put together again. */
export interface Grouping<Row, Group extends { readonly actions: readonly Row[] }> {
  /** What tells a group from the others. */
  readonly keyOf: (group: Group) => string | number;
  readonly withActions: (group: Group, actions: readonly Row[]) => Group;
}

/** A slow computer takes in so many rows within some ten milliseconds. */
const most = 400;

/**
 * Rows on their way from a worker or to it, in parts of which the page can send or take one without standing still. A
 * group that does not fit in one goes on as the first of the next.
 */
export function* rowParts<Row, Group extends { readonly actions: readonly Row[] }>(
  groups: Iterable<Group>,
  { withActions }: Grouping<Row, Group>,
): Generator<readonly Group[]> {
  let part: Group[] = [];
  let room = most;
  for (const group of groups) {
    for (const piece of pieces(group, withActions)) {
      part.push(piece);
      room -= 1 + piece.actions.length;
      if (room > 0) continue;
      yield part;
      [part, room] = [[], most];
    }
  }
  if (part.length > 0) yield part;
}

function* pieces<Row, Group extends { readonly actions: readonly Row[] }>(
  group: Group,
  withActions: Grouping<Row, Group>["withActions"],
): Generator<Group> {
  if (group.actions.length <= most) yield group;
  else for (const some of slices(group.actions, most)) yield withActions(group, some);
}

/** The rows that came in parts, in the order in which they were sent. */
export class RowsFromParts<Row, Group extends { readonly actions: readonly Row[] }> {
  readonly #grouping: Grouping<Row, Group>;
  readonly #groups: { readonly first: Group; readonly actions: Row[] }[] = [];

  constructor(grouping: Grouping<Row, Group>) {
    this.#grouping = grouping;
  }

  take(part: readonly Group[]): void {
    const { keyOf } = this.#grouping;
    for (const piece of part) {
      const last = this.#groups.at(-1);
      if (last && keyOf(last.first) === keyOf(piece)) last.actions.push(...piece.actions);
      else this.#groups.push({ first: piece, actions: [...piece.actions] });
    }
  }

  get groups(): readonly Group[] {
    const { withActions } = this.#grouping;
    return this.#groups.map(({ first, actions }) =>
      actions.length === first.actions.length ? first : withActions(first, actions),
    );
  }
}
