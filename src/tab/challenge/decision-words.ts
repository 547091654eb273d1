import { RefusedError } from "#plan/errors.ts";
import type { ActionState } from "#plan/fold.ts";
import { type IsoDate, isIsoDate } from "#plan/iso-date.ts";
import { mayClose, type Me } from "#plan/permissions.ts";
import type { Action } from "#plan/plan.ts";
import type { RatingScheme } from "#plan/rating-scheme.ts";
import { identifierProblem } from "#tab/form/identifiers.ts";
import type { Problems } from "#tab/form/use-form.ts";
import { proposedRating } from "#usecases/agree-proposed.ts";
import type { Agreed } from "#usecases/record-decision.ts";
import * as v from "valibot";

export const decisionWords = v.object({
  what: v.optional(v.picklist(["proposed", "rating", "date", "close", "reopen", "monitoring"])),
  rating: v.optional(v.string()),
  date: v.string(),
  reason: v.string(),
  checkBy: v.string(),
  checkOn: v.string(),
});

/** What the group says it agreed, as the form has it. */
export type DecisionWords = v.InferOutput<typeof decisionWords>;

export type What = NonNullable<DecisionWords["what"]>;

/** Nothing is agreed beforehand; a date that was asked for stands there to be agreed. */
export function emptyDecision({ dateAskedFor }: ActionState): DecisionWords {
  return { date: dateAskedFor ?? "", reason: "", checkBy: "", checkOn: "" };
}

/** What this person of the group can record about the action now. */
export function whatToDecide(
  scheme: RatingScheme,
  { me, action, state }: { readonly me: Me; readonly action: Action; readonly state: ActionState },
): readonly What[] {
  if (state.closed) return ["reopen", "monitoring"];
  const proposed: What[] = proposedRating(scheme, state) ? ["proposed"] : [];
  return [
    ...proposed,
    "rating",
    "date",
    ...(mayClose(me, action) ? (["close"] as const) : []),
    "monitoring",
  ];
}

/** Whether the decision has to say why. */
export function needsReason(state: ActionState, words: DecisionWords): boolean {
  const { what, rating, date } = words;
  if (what === "reopen") return true;
  if (what === "rating") return rating !== state.proposed;
  if (what === "date") return date !== state.dateAskedFor;
  if (what !== "close") return false;
  return state.impactCount === 0 || (rating !== undefined && rating !== state.proposed);
}

/** What is missing before the decision can be recorded, in the order of the form. */
export function decisionProblems(
  state: ActionState,
  words: DecisionWords,
): Problems<DecisionWords> {
  const { what, reason } = words;
  if (what === undefined) return { what: "Choose what the group agreed." };
  const missing =
    needsReason(state, words) && reason.trim() === "" ? reasonMissing(what) : undefined;
  const wrong = missing ?? identifierProblem(reason, "the reason");
  return { ...agreedProblems(words), ...(wrong === undefined ? {} : { reason: wrong }) };
}

/** What a decision of its kind has to say. */
function agreedProblems(words: DecisionWords): Problems<DecisionWords> {
  const { what, rating, date } = words;
  if (what === "rating") return rating === undefined ? { rating: "Choose a rating." } : {};
  if (what === "date") return isIsoDate(date) ? {} : { date: "Choose a day." };
  return what === "close" || what === "monitoring" ? checkProblems(words) : {};
}

function checkProblems({ checkBy, checkOn }: DecisionWords): Problems<DecisionWords> {
  return {
    ...(checkBy.trim() === "" ? { checkBy: "Say who checks again that the change held." } : {}),
    ...(isIsoDate(checkOn) ? {} : { checkOn: "Choose a day for the check." }),
  };
}

function reasonMissing(what: What): string {
  const reasons: Partial<Record<What, string>> = {
    rating: "Say why the group agrees another rating than proposed.",
    date: "Say why the group agrees a date that was not asked for.",
    close:
      "Nothing here shows what the action changed, or the rating differs: say why it is closed.",
    reopen: "Say why it is opened again.",
  };
  return reasons[what] ?? "Say why.";
}

/** The decision as it is recorded. Throws RefusedError where `decisionProblems` finds something. */
export function agreedBy(state: ActionState, words: DecisionWords): Agreed {
  const { what, rating, reason: why } = words;
  const reason = why.trim() === "" ? {} : { reason: why.trim() };
  if (what === "proposed") return { kind: "agree-rating", rating: state.proposed, ...reason };
  if (what === "rating" && rating !== undefined) return { kind: "agree-rating", rating, ...reason };
  if (what === "date") return { kind: "agree-date", date: dayIn(words.date), ...reason };
  if (what === "reopen") return { kind: "reopen", reason: why.trim() };
  const check = { checkBy: words.checkBy.trim(), checkOn: dayIn(words.checkOn) };
  if (what === "monitoring") return { kind: "ask-monitoring", ...check, ...reason };
  if (what === "close")
    return { kind: "close", ...check, ...reason, ...(rating === undefined ? {} : { rating }) };
  throw new RefusedError("Choose what the group agreed.");
}

function dayIn(text: string): IsoDate {
  if (isIsoDate(text)) return text;
  throw new RefusedError("Choose a day that exists.");
}
