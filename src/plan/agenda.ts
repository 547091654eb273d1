import type { Finding } from "./checks.ts";
import type { AgendaItem } from "./meeting.ts";

/** Minutes that an item gets: longer where a check found something strong. */
const lengths = { strong: 8, plain: 5 } as const;

export interface Agenda {
  readonly items: readonly AgendaItem[];
  /** How many recommendations the checks ask about that there is no time for. */
  readonly leftOff: number;
}

/**
 * What a meeting of that many minutes talks about. What people asked for comes first, and stays however long it is; then
 * the recommendations that the checks ask about, strongest first, while there is time. One item a recommendation: the
 * stage shows all of it, and the item starts with the strongest question.
 */
export function agendaFrom(
  findings: readonly Finding[],
  asked: readonly AgendaItem[],
  minutes: number,
): Agenda {
  const taken = new Set(asked.map(({ recommendationId }) => recommendationId));
  const open = findings.filter(({ recommendationId }) => !taken.has(recommendationId));
  const candidates = [...Map.groupBy(open, ({ recommendationId }) => recommendationId).values()]
    .toSorted((one, other) => strength(other) - strength(one))
    .map(itemOf);
  const items = [...asked];
  for (const item of candidates) {
    if (minutesOf(items) + item.minutes <= minutes) items.push(item);
  }
  return { items, leftOff: candidates.length - (items.length - asked.length) };
}

/** How long the items take together, in minutes. */
export function minutesOf(items: readonly AgendaItem[]): number {
  return items.reduce((sum, item) => sum + item.minutes, 0);
}

/** The agenda with that item put at another place, counted from 0; as it was where there is no such item. */
export function moved(items: readonly AgendaItem[], id: string, to: number): readonly AgendaItem[] {
  const item = items.find((each) => each.id === id);
  if (!item) return items;
  const others = items.filter((each) => each !== item);
  const at = Math.max(0, Math.min(to, others.length));
  return others.toSpliced(at, 0, item);
}

/** One strong finding outweighs any number of plain ones. */
function strength(findings: readonly Finding[]): number {
  const strong = findings.filter(({ weight }) => weight === "strong").length;
  return strong * 1000 + findings.length;
}

function itemOf(findings: readonly Finding[]): AgendaItem {
  const first = findings.find(({ weight }) => weight === "strong") ?? findings[0];
  if (!first) throw new RangeError("An item of the agenda needs a finding.");
  return {
    id: `check-${first.recommendationId}`,
    recommendationId: first.recommendationId,
    actionId: first.actionId,
    source: `check:${first.check}`,
    question: first.asks,
    minutes: lengths[first.weight],
  };
}
