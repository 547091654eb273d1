import { dayOf, formatDate } from "#plan/iso-date.ts";
import type { ActionOnDate, PlanOnDate } from "#plan/plan-on-date.ts";
import { type RatingScheme, ratingOf, knownOrNotRated } from "#plan/rating-scheme.ts";
import type { Challenge, Decision, Entry, EvidenceLink, Update } from "#plan/record.ts";
import { linesOf } from "./clean-text.ts";

/** A line of progress, and the pieces of evidence that it names, in their order. */
export interface ProgressLine {
  readonly line: string;
  readonly evidence: readonly EvidenceLink[];
}

/**
 * How far an action is, as every document prints it: what the imported document said, then everything that was said
 * since, oldest first, each with its day and who said it. The same record gives the same lines.
 */
export function progressLines(
  plan: PlanOnDate,
  { action, record }: ActionOnDate,
): readonly ProgressLine[] {
  return [
    ...linesOf(action.progressAsPrinted).map((line) => ({ line, evidence: [] })),
    ...record.flatMap((entry) => entryLines(plan, entry)),
  ];
}

/** Evidence is named at the end of what was said. */
function entryLines(plan: PlanOnDate, entry: Entry): readonly ProgressLine[] {
  const lines = linesOf(`${beginning(plan, entry)}: ${sentences(plan, entry)}`);
  const evidence = entry.type === "update" ? entry.evidence : [];
  return lines.map((line, index) => ({
    line,
    evidence: index === lines.length - 1 ? evidence : [],
  }));
}

/** "12 May 2026, MVH (Lead officer A)" */
function beginning({ agencies }: PlanOnDate, entry: Entry): string {
  const by = entry.author ? ` (${entry.author.name})` : "";
  return `${formatDate(dayOf(entry.created))}, ${speakerOf(agencies, entry)}${by}`;
}

function speakerOf(agencies: PlanOnDate["agencies"], entry: Entry): string {
  if (entry.type === "decision") return "peer-challenge group";
  if (entry.type === "challenge") return entry.source || "challenge";
  return agencies.find(({ folder }) => folder === entry.folder)?.shortName ?? entry.folder;
}

function sentences({ plan }: PlanOnDate, entry: Entry): string {
  if (entry.type === "update") return updateSentences(plan.scheme, entry);
  if (entry.type === "decision") return decisionSentences(plan.scheme, entry);
  return challengeSentences(entry);
}

function updateSentences(scheme: RatingScheme, update: Update): string {
  return spoken([
    update.note,
    update.rating && `Proposed ${nameOf(scheme, update.rating)}.`,
    update.revisedDate && `Asks for ${formatDate(update.revisedDate)}.`,
    update.evidence.length > 0 && `Evidence: ${update.evidence.map(evidenceWords).join(", ")}.`,
  ]);
}

/** How the lines name a piece of evidence: "Register (activity)". */
export function evidenceWords({ name, kind }: EvidenceLink): string {
  return `${linesOf(name).join(" ")} (${kind})`;
}

function decisionSentences(scheme: RatingScheme, decision: Decision): string {
  return spoken([decided(scheme, decision), decision.reason]);
}

function decided(scheme: RatingScheme, { kind, rating, date }: Decision): string {
  const name = rating === undefined ? "" : nameOf(scheme, rating);
  const day = date === undefined ? "" : formatDate(date);
  const agreed = name && `, agreed ${name}`;
  const said: Readonly<Record<Decision["kind"], string>> = {
    "rating-agreed": `Agreed ${name}.`,
    "date-agreed": `Agreed ${day}.`,
    closed: `Closed${agreed}.`,
    reopened: `Reopened${agreed}.`,
    "challenge-resolved": "Took the question as answered.",
    "monitoring-asked": `Asked that it is checked again${day && ` by ${day}`}.`,
  };
  return said[kind];
}

function challengeSentences({ question, agency, due }: Challenge): string {
  return spoken([
    `Asked ${agency}: ${question ?? ""}`.trim(),
    due && `Answer by ${formatDate(due)}.`,
  ]);
}

function spoken(parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}

function nameOf(scheme: RatingScheme, id: string): string {
  return ratingOf(scheme, knownOrNotRated(scheme, id)).name;
}
