import * as v from "valibot";
import {
  day,
  id,
  joined,
  lines,
  optionalDay,
  optionalNumber,
  optionalText,
  read,
  salvage,
  words,
} from "./row.ts";
import { salvageSettings } from "./plan-settings.ts";
import { UnreadableError } from "#plan/errors.ts";
import type { Action, Agency, Plan, Recommendation } from "#plan/plan.ts";
import type { PlanSummary } from "#usecases/ports/plans.ts";

/** The scheme is data in the plan's own item. Its names stand in cards, where these characters would be formatting. */
const schemeName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(40),
  v.regex(/^[^*_[\]\\<>#`]+$/),
);
const ratingScheme = v.object({
  id: v.string(),
  name: schemeName,
  ratings: v.array(
    v.object({
      id: schemeName,
      name: schemeName,
      letter: v.pipe(v.string(), v.maxLength(3)),
      colour: v.picklist(["blue", "green", "amber", "red", "none"]),
      symbol: v.pipe(v.string(), v.maxLength(3)),
      definition: v.string(),
      meaning: v.optional(
        v.picklist(["not-started", "off-target", "on-target", "complete", "closed"]),
      ),
    }),
  ),
});
const schemeJson = v.pipe(v.string(), v.parseJson(undefined, "no JSON"), ratingScheme);

const planRow = v.object({
  Id: id,
  Title: v.string(),
  Regulator: optionalText,
  InspectionFrom: optionalDay,
  InspectionTo: optionalDay,
  Published: optionalDay,
  SubmissionDue: optionalDay,
  Scheme: schemeJson,
  Channel: optionalText,
  PlanVersion: optionalText,
  Submitted: optionalDay,
  SubmittedTo: optionalText,
  Settings: optionalText,
});

const agencyRow = v.object({
  Id: id,
  Title: v.string(),
  FullName: optionalText,
  OtherNames: optionalText,
  FolderName: v.string(),
  SharePointGroup: v.string(),
});

const recommendationRow = v.object({
  Id: id,
  Title: v.string(),
  Position: optionalNumber,
  Text: optionalText,
  Addressees: optionalText,
  Timescale: optionalText,
  Theme: optionalText,
  Paragraphs: optionalText,
  Outcome: optionalText,
  AnticipatedEvidence: optionalText,
});

const actionRow = v.object({
  Id: id,
  RecommendationId: id,
  Position: optionalNumber,
  Text: optionalText,
  Agencies: optionalText,
  AgencyAsPrinted: optionalText,
  Leads: optionalText,
  /** A version of an item names them otherwise, and is not asked for them. */
  LeadOfficersId: v.nullish(v.array(id)),
  Due: optionalDay,
  DueAsPrinted: optionalText,
  Milestones: optionalText,
  OutcomeMeasure: optionalText,
  MeasureOfSuccess: optionalText,
  EvidenceExpected: optionalText,
  ProgressAsPrinted: optionalText,
  NotesAsPrinted: optionalText,
});

const untitled = "(without a name)";

/** What is asked of each list of definitions. */
export const definitionColumns = {
  Plans: Object.keys(planRow.entries),
  Agencies: Object.keys(agencyRow.entries),
  Recommendations: Object.keys(recommendationRow.entries),
  Actions: Object.keys(actionRow.entries),
} as const;

/**
 * Throws UnreadableError where its rating scheme cannot be read: what its ratings mean is then not known. What else cannot
 * be read is told in its faults, here as of every definition.
 */
export function toPlan(row: unknown): Plan {
  const { item, faults } = salvage("Plans", planRow, row, () => ({ Title: untitled }));
  const { settings, wrong } = salvageSettings(item.Settings);
  const ofSettings = wrong.map((each) => ({ list: "Plans", itemId: item.Id, ...each }));
  return {
    id: item.Id,
    faults: joined(faults, ofSettings),
    title: item.Title,
    regulator: item.Regulator ?? "",
    scheme: item.Scheme,
    inspectionFrom: day(item.InspectionFrom),
    inspectionTo: day(item.InspectionTo),
    published: day(item.Published),
    submissionDue: day(item.SubmissionDue),
    channel: words(item.Channel),
    version: words(item.PlanVersion),
    submitted: day(item.Submitted),
    submittedTo: words(item.SubmittedTo),
    settings,
  };
}

const summaryRow = v.object({ Id: id, Title: optionalText });

/** A plan as a list of plans names it, whether or not it can be opened. */
export function toPlanSummary(row: unknown): PlanSummary {
  try {
    return toPlan(row);
  } catch (cause) {
    if (!(cause instanceof UnreadableError)) throw cause;
    const { Id, Title } = read("Plans", summaryRow, row);
    return { id: Id, title: Title ?? untitled, unreadable: cause.message };
  }
}

export function toAgency(row: unknown): Agency {
  const { item, faults } = salvage("Agencies", agencyRow, row, (itemId) => ({
    Title: `agency ${itemId}`,
    FolderName: "",
    SharePointGroup: "",
  }));
  return {
    id: item.Id,
    faults,
    shortName: item.Title,
    name: item.FullName ?? item.Title,
    otherNames: lines(item.OtherNames),
    folder: item.FolderName,
    group: item.SharePointGroup,
  };
}

export function toRecommendation(row: unknown): Recommendation {
  const { item, faults } = salvage("Recommendations", recommendationRow, row, () => ({
    Title: "?",
  }));
  return {
    id: item.Id,
    faults,
    ref: item.Title,
    order: item.Position ?? item.Id,
    text: item.Text ?? "",
    addressees: lines(item.Addressees),
    paragraphs: lines(item.Paragraphs),
    timescale: words(item.Timescale),
    theme: words(item.Theme),
    outcome: words(item.Outcome),
    anticipatedEvidence: words(item.AnticipatedEvidence),
  };
}

export function toAction(row: unknown): Action {
  const { item, faults } = salvage("Actions", actionRow, row, () => ({ RecommendationId: 0 }));
  return {
    id: item.Id,
    faults,
    recommendationId: item.RecommendationId,
    order: item.Position ?? item.Id,
    agencies: lines(item.Agencies),
    agencyAsPrinted: item.AgencyAsPrinted ?? "",
    text: item.Text ?? "",
    leads: lines(item.Leads),
    leadOfficers: item.LeadOfficersId ?? [],
    dueAsPrinted: item.DueAsPrinted ?? "",
    due: day(item.Due),
    milestones: words(item.Milestones),
    outcomeMeasure: words(item.OutcomeMeasure),
    measureOfSuccess: words(item.MeasureOfSuccess),
    evidenceExpected: words(item.EvidenceExpected),
    progressAsPrinted: words(item.ProgressAsPrinted),
    notesAsPrinted: words(item.NotesAsPrinted),
  };
}
