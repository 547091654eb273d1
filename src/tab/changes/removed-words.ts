import { addDays, dayOf, formatDate } from "#plan/iso-date.ts";
import type { Removal, RemovedItem } from "#plan/removed.ts";
import { counted } from "#plan/words.ts";
import { listInWords } from "#tab/words/words.ts";

/** What a removed thing is called, and several of them. */
const names = {
  recommendation: ["recommendation", "recommendations"],
  action: ["action", "actions"],
  update: ["entry of an agency", "entries of agencies"],
  decision: ["decision of the group", "decisions of the group"],
  challenge: ["question", "questions"],
} as const satisfies Record<Removal["what"], readonly [string, string]>;

/** "1 recommendation and 4 actions were taken out." Empty for none. */
export function takenOut(removed: readonly Removal[]): string {
  const by = Map.groupBy(removed, ({ what }) => what);
  const parts = [...by].map(([what, its]) => {
    const [one, many] = names[what];
    return counted(its.length, one, many);
  });
  if (parts.length === 0) return "";
  return `${listInWords(parts)} ${removed.length === 1 ? "was" : "were"} taken out.`;
}

/** "An action under recommendation 1.2", or as much as is known of it. */
export function removedName({ what, ref }: RemovedItem): string {
  const [one] = names[what];
  const name = `${/^[aeo]/.test(one) ? "An" : "A"} ${one}`;
  return ref === undefined ? name : `${name} under recommendation ${ref}`;
}

/** "on 3 November 2026 by Site administrator", as much of it as SharePoint tells this reader. */
export function whenAndWho({ at, by }: Removal): string {
  const when = at === undefined ? "" : ` on ${formatDate(dayOf(at))}`;
  return `${when}${by === undefined ? "" : ` by ${by}`}`;
}

/** The words of an address at which Changes tells of it. */
export function changesQuery({ at }: Removal): string {
  const from = at === undefined ? {} : { from: addDays(dayOf(at), -1) };
  return new URLSearchParams({ ...from, kind: "removed" }).toString();
}
