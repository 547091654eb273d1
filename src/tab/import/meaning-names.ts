import type { ColumnMeaning } from "#documents/column-meaning.ts";

/** What may stand under a heading, as people call it. */
export const meaningNames: Readonly<Record<ColumnMeaning, string>> = {
  ref: "Number of the recommendation",
  recommendation: "Recommendation",
  paragraphs: "Paragraphs of the report",
  theme: "Theme",
  timescale: "Timescale",
  addressees: "Who it is addressed to",
  outcome: "Outcome",
  agency: "Agency",
  action: "Action",
  lead: "Lead officers and key personnel",
  milestones: "Milestones",
  outcomeMeasure: "Outcome measure",
  measureOfSuccess: "Measure of success",
  evidence: "Evidence",
  anticipatedEvidence: "Anticipated evidence",
  due: "Due date",
  status: "Status",
  rating: "Rating",
  proposed: "Rating that the agency proposes",
  agreed: "Rating that the group agreed",
  closed: "Whether the group closed it",
  links: "Links to evidence",
  progress: "Progress",
  unfamiliar: "Something else: kept as a note",
};
