import type { Group } from "./group.ts";
import type { ActionView } from "./plan-view.ts";

interface Place {
  /** What tells it from every other row. */
  readonly key: string;
  /** What it opens: `recommendation/3`, `action/12`; undefined for a heading that opens nothing. */
  readonly opens: string | undefined;
  /** Its number among its like, from 1, and how many those are. */
  readonly at: number;
  readonly of: number;
}

export interface GroupRow extends Place {
  readonly type: "group";
  readonly group: Group;
  readonly open: boolean;
}

export interface ActionRow extends Place {
  readonly type: "action";
  readonly view: ActionView;
  /** The key of the row that it stands under; undefined in one list. */
  readonly under: string | undefined;
}

/** One line of the tree grid. */
export type Row = GroupRow | ActionRow;

/**
 * The lines of the tree grid: a heading, and its actions unless it is folded away. One list has no heading. A line that
 * is as it was for the same group is the same object, so that it is not drawn again.
 */
export function planRows(groups: readonly Group[], closed: ReadonlySet<string>): readonly Row[] {
  const rows: Row[] = [];
  for (const [index, group] of groups.entries()) {
    const single = group.key === "all";
    const open = single || !closed.has(group.key);
    if (!single) rows.push(headRow(group, { open, at: index + 1, of: groups.length }));
    if (open) for (const row of actionRows(group, single ? undefined : group.key)) rows.push(row);
  }
  return rows;
}

/** Part of a recommendation's actions is a group of one search alone: nobody asks for its lines again. */
function comesAgain({ view, actions }: Group): boolean {
  return view === undefined || view.actions === actions;
}

const heads = new WeakMap<Group, GroupRow>();

function headRow(group: Group, now: Pick<GroupRow, "open" | "at" | "of">): GroupRow {
  const before = heads.get(group);
  if (before?.open === now.open && before.at === now.at && before.of === now.of) return before;
  const row = {
    type: "group",
    key: group.key,
    opens: group.view && group.key,
    group,
    ...now,
  } as const;
  if (comesAgain(group)) heads.set(group, row);
  return row;
}

const rowsUnder = new WeakMap<Group, readonly ActionRow[]>();

function actionRows(group: Group, under: string | undefined): readonly ActionRow[] {
  const before = rowsUnder.get(group);
  if (before) return before;
  const { actions, view: own } = group;
  const rows = actions.map((view, index): ActionRow => {
    const opens = actionKey(view.action.id);
    // Under its recommendation an action stands once; elsewhere it may stand under each of its agencies.
    const key = own || under === undefined ? opens : `${under}/${opens}`;
    return { type: "action", key, opens, view, under, at: index + 1, of: actions.length };
  });
  if (comesAgain(group)) rowsUnder.set(group, rows);
  return rows;
}

export function actionKey(id: number): string {
  return `action/${id}`;
}

export function recommendationKey(id: number): string {
  return `recommendation/${id}`;
}
