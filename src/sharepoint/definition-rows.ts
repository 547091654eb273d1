import * as z from "zod/mini";
import { day, id, lines, optionalNumber, optionalText, read, words } from "./row.ts";
import { toPlanSettings } from "./plan-settings.ts";
import type { Action, Agency, Plan, Recommendation } from "#plan/plan.ts";

/** The scheme is data in the plan's own item. Its names stand in cards, where these characters would be formatting. */
const schemeName = z.string().check(z.minLength(1), z.maxLength(40), z.regex(/^[^*_[\]\\<>#`]+$/));
const ratingScheme = z.object({
  id: z.string(),
  name: schemeName,
  ratings: z.array(
    z.object({
      id: schemeName,
      name: schemeName,
      letter: z.string().check(z.maxLength(3)),
      colour: z.enum(["blue", "green", "amber", "red", "none"]),
      symbol: z.string().check(z.maxLength(3)),
      definition: z.string(),
      meaning: z.optional(z.enum(["not-started", "off-target", "on-target", "complete", "closed"])),
    }),
  ),
});
const schemeJson = z.pipe(
  z.string(),
  z.pipe(
    z.transform((text: string, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.issues.push({ code: "custom", message: "is not JSON", input: text });
        return z.NEVER;
      }
    }),
    ratingScheme,
  ),
);

const planRow = z.object({
  Id: id,
  Title: z.string(),
  Regulator: optionalText,
  InspectionFrom: optionalText,
  InspectionTo: optionalText,
  Published: optionalText,
  SubmissionDue: optionalText,
  Scheme: schemeJson,
  Channel: optionalText,
  PlanVersion: optionalText,
  Submitted: optionalText,
  SubmittedTo: optionalText,
  Settings: optionalText,
});

const agencyRow = z.object({
  Id: id,
  Title: z.string(),
  FullName: optionalText,
  OtherNames: optionalText,
  FolderName: z.string(),
  SharePointGroup: z.string(),
});

const recommendationRow = z.object({
  Id: id,
  Title: z.string(),
  Position: optionalNumber,
  Text: optionalText,
  Addressees: optionalText,
  Timescale: optionalText,
  Theme: optionalText,
  Paragraphs: optionalText,
  Outcome: optionalText,
  AnticipatedEvidence: optionalText,
});

const actionRow = z.object({
  Id: id,
  RecommendationId: id,
  Position: optionalNumber,
  Text: optionalText,
  Agencies: optionalText,
  AgencyAsPrinted: optionalText,
  Leads: optionalText,
  /** A version of an item names them otherwise, and is not asked for them. */
  LeadOfficersId: z.optional(z.nullable(z.array(id))),
  Due: optionalText,
  DueAsPrinted: optionalText,
  Milestones: optionalText,
  OutcomeMeasure: optionalText,
  MeasureOfSuccess: optionalText,
  EvidenceExpected: optionalText,
  ProgressAsPrinted: optionalText,
  NotesAsPrinted: optionalText,
});

/** What is asked of each list of definitions. */
export const definitionColumns = {
  Plans: Object.keys(planRow.shape),
  Agencies: Object.keys(agencyRow.shape),
  Recommendations: Object.keys(recommendationRow.shape),
  Actions: Object.keys(actionRow.shape),
} as const;

export function toPlan(row: unknown): Plan {
  const item = read("Plans", planRow, row);
  return {
    id: item.Id,
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
    settings: toPlanSettings(item.Settings),
  };
}

export function toAgency(row: unknown): Agency {
  const item = read("Agencies", agencyRow, row);
  return {
    id: item.Id,
    shortName: item.Title,
    name: item.FullName ?? item.Title,
    otherNames: lines(item.OtherNames),
    folder: item.FolderName,
    group: item.SharePointGroup,
  };
}

export function toRecommendation(row: unknown): Recommendation {
  const item = read("Recommendations", recommendationRow, row);
  return {
    id: item.Id,
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
  const item = read("Actions", actionRow, row);
  return {
    id: item.Id,
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
