import type { DocumentAction, DocumentRecommendation } from "#documents/plan-document.ts";

/** Words that were read under a name. */
export interface NamedWords {
  readonly name: string;
  readonly words: string;
}

/** What was read of an action beside its agency, words, leads and date. */
export function restOfAction(action: DocumentAction): readonly NamedWords[] {
  return named([
    ["Rating", action.rating],
    ["Proposed by the agency", action.proposed],
    ["Status", action.status],
    ["Milestones", action.milestones],
    ["Outcome measure", action.outcomeMeasure],
    ["Measure of success", action.measureOfSuccess],
    ["Evidence", action.evidence],
    ["Progress", action.progress],
    ["Notes", action.notes],
    ["Links", action.links?.map(({ words, url }) => `${words} ${url}`).join("\n")],
  ]);
}

/** What was read of a recommendation beside its number, words and addressees. */
export function restOfRecommendation(read: DocumentRecommendation): readonly NamedWords[] {
  return named([
    ["See", read.paragraphs.join(", ")],
    ["Theme", read.theme],
    ["Timescale", read.timescale],
    ["Outcome", read.outcome],
    ["Anticipated evidence", read.anticipatedEvidence],
  ]);
}

function named(
  all: readonly (readonly [name: string, words: string | undefined])[],
): readonly NamedWords[] {
  return all.flatMap(([name, words]) => (words ? [{ name, words }] : []));
}
