import { parseDueDate } from "#plan/due-date.ts";
import { formatDate } from "#plan/iso-date.ts";
import type { NewAction, NewRecommendation } from "#plan/new-plan.ts";
import type { ActionOnDate } from "#plan/plan-on-date.ts";
import type { Action, Recommendation } from "#plan/plan.ts";
import type { FieldEdit } from "#plan/plan-differences.ts";
import { linesOf } from "../write/clean-text.ts";
import { plainWords } from "./likeness.ts";

type Value = string | readonly string[] | undefined;

const ofRecommendation = [
  "text",
  "addressees",
  "paragraphs",
  "timescale",
  "theme",
  "outcome",
  "anticipatedEvidence",
] as const;

const ofAction = [
  "agencyAsPrinted",
  "text",
  "leads",
  "milestones",
  "outcomeMeasure",
  "measureOfSuccess",
  "evidenceExpected",
] as const;

/** How the document words a recommendation otherwise. What it leaves out it does not take away. */
export function recommendationEdits(
  is: Recommendation,
  read: NewRecommendation,
): readonly FieldEdit<Recommendation>[] {
  return ofRecommendation.flatMap((field) => edit(field, is[field], read[field]));
}

export function actionEdits(shown: ActionOnDate, read: NewAction): readonly FieldEdit<Action>[] {
  const { action } = shown;
  return [
    ...ofAction.flatMap((field) => edit(field, action[field], read[field])),
    ...dueEdit(shown, read),
    ...notesEdit(action, read),
  ];
}

function edit<Field extends string>(field: Field, before: Value, after: Value) {
  const [was, now] = [inLines(before), inLines(after)];
  const isSame = now === "" || plainWords(was) === plainWords(now);
  return isSame ? [] : [{ field, was, now }];
}

function inLines(value: Value): string {
  return typeof value === "string" ? value.trim() : (value ?? []).join("\n");
}

/** Documents of ours print the day that the group agreed beneath the one that was printed. */
function dueEdit(
  { action, state }: ActionOnDate,
  { dueAsPrinted }: NewAction,
): FieldEdit<Action>[] {
  const known = [action.dueAsPrinted, ...[action.due, state.due].flatMap(agreedLines)].join("\n");
  const lines = linesOf(dueAsPrinted).filter((line) => !line.startsWith("Agreed: "));
  if (lines.every((line) => says(known, line)) || saysSameDays(action.dueAsPrinted, lines))
    return [];
  return [{ field: "dueAsPrinted", was: action.dueAsPrinted, now: lines.join("\n") }];
}

/** "31/08/2015" and "31 August 2015" are one day. */
function saysSameDays(printed: string, lines: readonly string[]): boolean {
  const [is, said] = [printed, lines.join("\n")].map((text) =>
    parseDueDate(text)
      .dates.map(({ date }) => date)
      .join(" "),
  );
  return said !== "" && is === said;
}

function agreedLines(day: Action["due"]): string[] {
  return day === undefined ? [] : [formatDate(day), `Agreed: ${formatDate(day)}`];
}

/** Ratings and links that a document prints among the notes are compared as ratings and links. */
function notesEdit(action: Action, { notesAsPrinted }: NewAction): FieldEdit<Action>[] {
  const was = action.notesAsPrinted ?? "";
  const fresh = linesOf(notesAsPrinted).filter(
    (line) => !/^(Rating|Proposed by agency|Link): /.test(line) && !says(was, line),
  );
  return fresh.length === 0
    ? []
    : [{ field: "notesAsPrinted", was, now: [was, ...fresh].filter(Boolean).join("\n") }];
}

/** True where these words stand in that text, wherever its lines end. */
export function says(text: string, words: string): boolean {
  return ` ${plainWords(text)} `.includes(` ${plainWords(words)} `);
}
