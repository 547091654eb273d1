import type { ChangeKind, PlanChange } from "#plan/changes.ts";
import type { ChangeTotals } from "#plan/changes-totals.ts";
import { counted, inFigures } from "#plan/words.ts";

/** Something that was taken out is in neither of two plans that are compared, and is told all the same. */
export type ShownKind = ChangeKind | "removed";

/** What kind of change it is, on its row and on the button that shows only these. */
export const kindNames: Readonly<Record<ShownKind, string>> = {
  rating: "Rating",
  due: "Due date",
  evidence: "Evidence",
  words: "Words",
  challenge: "Question",
  closed: "Closed",
  reopened: "Reopened",
  new: "New",
  removed: "Taken out",
};

/** "19 of 93 actions changed." */
export function changedActions({ actions }: ChangeTotals, all: number): string {
  if (actions === 0) return "No action changed.";
  return `${inFigures(actions)} of ${counted(all, "action")} changed.`;
}

/** "6 ratings went up, 1 went down, 3 dates moved later; 74 actions stayed as they were." */
export function movedInWords(
  { actions, up, down, first, later, earlier }: ChangeTotals,
  all: number,
): string {
  const moves = [
    up > 0 && `${counted(up, "rating")} went up`,
    down > 0 && `${counted(down, "rating")} went down`,
    first > 0 && `${counted(first, "action")} rated for the first time`,
    later > 0 && `${counted(later, "date")} moved later`,
    earlier > 0 && `${counted(earlier, "date")} moved earlier`,
  ].filter(Boolean);
  const still = `${counted(all - actions, "action")} stayed as ${all - actions === 1 ? "it was" : "they were"}`;
  if (moves.length === 0) return actions === 0 ? "" : `${sentence(still)}.`;
  return `${sentence(moves.join(", "))}; ${still}.`;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What is said of a change besides what it was and became: why, or what is new. */
export function saidOf(change: PlanChange): string {
  if (change.kind === "new") return change.action?.text ?? change.recommendation.text;
  if (change.said) return change.said;
  if (change.kind === "rating")
    return change.whose === "agreed" ? "Agreed by the group." : "Proposed by the agency.";
  return "";
}
