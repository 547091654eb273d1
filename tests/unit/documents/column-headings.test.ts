import { expect, it } from "vitest";
import { columnMeaning } from "#documents/recognise/heading-meanings.ts";

it.each([
  ["Agency/Service", "agency"],
  ["Lead agency", "agency"],
  ["Named lead/agency", "agency"],
  ["SMART* Action", "action"],
  ["Actions Required", "action"],
  ["What", "action"],
  ["Lead Officer and Key Personnel", "lead"],
  ["Responsible officer(s)", "lead"],
  ["By whom", "lead"],
  ["Date of Action", "due"],
  ["Completion date", "due"],
  ["By when", "due"],
  ["Timescale", "timescale"],
  ["Details Theme/Timescale", "theme"],
  ["Milestones", "milestones"],
  ["Outcome measure", "outcomeMeasure"],
  ["Measure of success", "measureOfSuccess"],
  ["Success criteria", "measureOfSuccess"],
  ["Evidence of completion", "evidence"],
  ["Anticipated Evidence", "anticipatedEvidence"],
  ["Outcome", "outcome"],
  ["Progress, Evidence, Date, BRAG**", "progress"],
  ["Monitoring/ Status Notes", "progress"],
  ["Update (March 2020)", "progress"],
  ["RAG rating", "rating"],
  ["Status", "status"],
  ["Rec No.", "ref"],
  ["Recommendation", "recommendation"],
  ["CQC report ref", "paragraphs"],
  ["Action No", "unfamiliar"],
  ["Cost", "unfamiliar"],
] as const)("the heading “%s” means %s", (heading, meaning) => {
  expect(columnMeaning(heading)).toBe(meaning);
});
