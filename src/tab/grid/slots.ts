import type { Row } from "#tab/rows/plan-rows.ts";

export interface Slot {
  /** The same for as long as its elements are in the page. */
  readonly id: number;
  readonly row: Row;
  /** The row's place among all rows, from 0. */
  readonly index: number;
}

const frameMs = 1000 / 60;

/**
 * Which of the rows drawn before now shows which row of the plan. A row that scrolls out of view gives its elements to
 * one of the same kind that scrolls in: changing a few texts costs a fraction of making a row. One that stays keeps its
 * own, and with them the keyboard.
 */
export class Slots {
  #rowsAFrame: number;
  #fresh = 0;
  #slots: readonly Slot[] = [];
  #rows: readonly Row[] | undefined;
  #next = 0;

  constructor(rowsAFrame: number) {
    this.#rowsAFrame = rowsAFrame;
  }

  /**
   * Shows the rows at these indexes. Of those that scrolled in only so many at a time: a frame has no time for more, and
   * the next one goes on; `missing` says how many are left. Slots that nobody needs keep their rows, out of sight.
   */
  show(
    rows: readonly Row[],
    indexes: readonly number[],
  ): { readonly slots: readonly Slot[]; readonly missing: number } {
    const most = rows === this.#rows ? this.#rowsAFrame : indexes.length;
    this.#rows = rows;
    const wanted = new Map(
      indexes.flatMap((index) => {
        const row = rows[index];
        return row ? [[row.key, { row, index }] as const] : [];
      }),
    );
    const kept = this.#slots.flatMap(({ id, row }): Slot[] => {
      const still = wanted.get(row.key);
      wanted.delete(row.key);
      return still ? [{ id, ...still }] : [];
    });
    const used = new Set(kept.map(({ id }) => id));
    const free = this.#slots.filter(({ id }) => !used.has(id));
    const fresh = [...wanted.values()]
      .slice(0, most)
      .map((each): Slot => ({ id: this.#take(free, each.row), ...each }));
    this.#slots = [...kept, ...fresh, ...stillThere(free, rows)];
    this.#fresh = fresh.length;
    return { slots: this.#slots, missing: wanted.size - fresh.length };
  }

  /** The rows that are shown next all come in one frame. */
  allAtOnce(): void {
    this.#rows = undefined;
  }

  /**
   * How many milliseconds went by from the frame in which rows were last shown to the next: where the browser had to
   * leave one out, half as many rows come with a frame from then on, two at least, and else one more. What a frame takes
   * is layout and paint above all, which no clock around the drawing sees.
   */
  paced(milliseconds: number): void {
    if (this.#fresh === 0) return;
    const late = milliseconds > frameMs * 1.5;
    const next = late ? Math.floor(this.#rowsAFrame / 2) : this.#rowsAFrame + 1;
    this.#rowsAFrame = Math.min(24, Math.max(2, next));
  }

  /** The elements of a row of the same kind that is out of sight, else new ones. */
  #take(free: Slot[], { type }: Row): number {
    const at = free.findIndex(({ row }) => row.type === type);
    const [taken] = at < 0 ? [] : free.splice(at, 1);
    return taken ? taken.id : this.#next++;
  }
}

/**
 * A few for the next rows; only such as stand where they did, so that none is shown twice. A screen reader comes to them
 * too: they say what their row says now.
 */
function stillThere(free: readonly Slot[], rows: readonly Row[]): readonly Slot[] {
  return free
    .flatMap(({ id, index, row }): Slot[] => {
      const now = rows[index];
      return now?.key === row.key ? [{ id, index, row: now }] : [];
    })
    .slice(0, 16);
}
