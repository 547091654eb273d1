import { isIsoDate } from "#plan/iso-date.ts";
import type { Action, Recommendation } from "#plan/plan.ts";

/** A definition as a form has it: every field a text, lists a line each. */
export type Texts = Readonly<Record<string, string>>;

export interface DefinitionField {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "line" | "lines" | "agencies" | "day";
  readonly required?: true;
}

export const actionFields: readonly DefinitionField[] = [
  { name: "text", label: "Action", kind: "text", required: true },
  { name: "agencies", label: "Agencies", kind: "agencies" },
  { name: "leads", label: "Leads, one a line", kind: "lines" },
  { name: "due", label: "Due", kind: "day" },
  { name: "outcomeMeasure", label: "Outcome measure", kind: "text" },
  { name: "measureOfSuccess", label: "Measure of success", kind: "text" },
  { name: "evidenceExpected", label: "Evidence expected", kind: "text" },
  { name: "milestones", label: "Milestones", kind: "text" },
];

export const recommendationFields: readonly DefinitionField[] = [
  { name: "text", label: "Recommendation", kind: "text", required: true },
  { name: "addressees", label: "For", kind: "agencies" },
  { name: "timescale", label: "Timescale", kind: "line" },
  { name: "theme", label: "Theme", kind: "line" },
  { name: "paragraphs", label: "Findings, one a line", kind: "lines" },
  { name: "outcome", label: "Outcome", kind: "text" },
  { name: "anticipatedEvidence", label: "Evidence expected", kind: "text" },
];

export function actionTexts(action: Action): Texts {
  return {
    text: action.text,
    agencies: action.agencies.join("\n"),
    leads: action.leads.join("\n"),
    due: action.due ?? "",
    outcomeMeasure: action.outcomeMeasure ?? "",
    measureOfSuccess: action.measureOfSuccess ?? "",
    evidenceExpected: action.evidenceExpected ?? "",
    milestones: action.milestones ?? "",
  };
}

export function actionFrom(texts: Texts): Partial<Action> {
  const at = (name: string) => texts[name] ?? "";
  const due = at("due");
  return {
    text: at("text").trim(),
    agencies: linesOf(at("agencies")),
    leads: linesOf(at("leads")),
    due: isIsoDate(due) ? due : undefined,
    outcomeMeasure: wordsOf(at("outcomeMeasure")),
    measureOfSuccess: wordsOf(at("measureOfSuccess")),
    evidenceExpected: wordsOf(at("evidenceExpected")),
    milestones: wordsOf(at("milestones")),
  };
}

export function recommendationTexts(recommendation: Recommendation): Texts {
  return {
    text: recommendation.text,
    addressees: recommendation.addressees.join("\n"),
    timescale: recommendation.timescale ?? "",
    theme: recommendation.theme ?? "",
    paragraphs: recommendation.paragraphs.join("\n"),
    outcome: recommendation.outcome ?? "",
    anticipatedEvidence: recommendation.anticipatedEvidence ?? "",
  };
}

export function recommendationFrom(texts: Texts): Partial<Recommendation> {
  const at = (name: string) => texts[name] ?? "";
  return {
    text: at("text").trim(),
    addressees: linesOf(at("addressees")),
    timescale: wordsOf(at("timescale")),
    theme: wordsOf(at("theme")),
    paragraphs: linesOf(at("paragraphs")),
    outcome: wordsOf(at("outcome")),
    anticipatedEvidence: wordsOf(at("anticipatedEvidence")),
  };
}

/** What of a change and of another one made meanwhile goes together, and where somebody has to choose. */
export interface Merged {
  /** Mine, with what only the other one changed. */
  readonly mine: Texts;
  /** The other's words in the fields that both changed, each in its own way. */
  readonly theirs: Texts;
  /** The fields that only the other one changed. */
  readonly taken: readonly string[];
}

/** Puts two changes of the same definition together, field by field. Nothing that somebody wrote is dropped unseen. */
export function mergeTexts(base: Texts, mine: Texts, theirs: Texts): Merged {
  const names = Object.keys(theirs).filter((name) => theirs[name] !== base[name]);
  const both = names.filter((name) => mine[name] !== base[name] && mine[name] !== theirs[name]);
  const taken = names.filter((name) => mine[name] === base[name]);
  const pick = (from: readonly string[]) =>
    Object.fromEntries(from.map((name) => [name, theirs[name] ?? ""]));
  return { mine: { ...mine, ...pick(taken) }, theirs: pick(both), taken };
}

export function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

function wordsOf(text: string): string | undefined {
  return text.trim() || undefined;
}
