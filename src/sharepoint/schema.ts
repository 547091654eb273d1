import { noteKinds } from "#plan/meeting.ts";
import { decisionKinds } from "#plan/record.ts";
import { choice, type Column, note, number, text } from "./columns.ts";

/** What a group may do with a list, by the name of a permission level. */
export type Access = "read" | "append" | "edit";

export interface ListDefinition {
  readonly title: ListTitle;
  readonly description: string;
  readonly library?: true;
  readonly columns: readonly Column[];
  /** Title is every list's first column; these say what it is here. */
  readonly titleUnique?: true;
  /** What the roles may do beyond reading, which everybody in the plan may. */
  readonly access: {
    readonly owner?: Access;
    readonly challenge?: Access;
    readonly scrutiny?: Access;
  };
  /** Each agency has a folder here, and this access to it alone. */
  readonly agencyFolders?: Access;
}

export type ListTitle =
  | "Plans"
  | "Agencies"
  | "Recommendations"
  | "Actions"
  | "Updates"
  | "Evidence"
  | "Challenges"
  | "Decisions"
  | "Meetings"
  | "MeetingNotes"
  | "Versions"
  | "Posts";

const key = text("Key", { indexed: true, unique: true, required: true });
const planId = number("PlanId", { indexed: true, required: true });
const actionId = number("ActionId", { indexed: true });

/** The lists of docs/decisions and the design: one item is one thing that somebody stated or defined. */
export const lists: readonly ListDefinition[] = [
  {
    title: "Plans",
    description: "An inspection's plan",
    columns: [
      key,
      text("Regulator"),
      text("InspectionFrom"),
      text("InspectionTo"),
      text("Published"),
      text("SubmissionDue"),
      note("Scheme"),
      text("Channel"),
      text("PlanVersion"),
      text("Submitted"),
      note("SubmittedTo"),
      note("Settings"),
    ],
    access: { owner: "edit" },
  },
  {
    title: "Agencies",
    description: "An agency; its short name is its title",
    titleUnique: true,
    columns: [
      text("FullName"),
      note("OtherNames"),
      text("FolderName", { required: true }),
      text("SharePointGroup", { required: true }),
    ],
    access: { owner: "edit" },
  },
  {
    title: "Recommendations",
    description: "A recommendation of the report",
    columns: [
      key,
      planId,
      number("Position"),
      note("Text"),
      note("Addressees"),
      text("Timescale"),
      text("Theme"),
      note("Paragraphs"),
      note("Outcome"),
      note("AnticipatedEvidence"),
      text("Thread"),
    ],
    access: { owner: "edit" },
  },
  {
    title: "Actions",
    description: "What one or several agencies will do about a recommendation",
    columns: [
      key,
      planId,
      number("RecommendationId", { indexed: true, required: true }),
      number("Position"),
      note("Text"),
      note("Agencies"),
      note("AgencyAsPrinted"),
      note("Leads"),
      { name: "LeadOfficers", kind: "People" },
      text("Due"),
      note("DueAsPrinted"),
      note("Milestones"),
      note("OutcomeMeasure"),
      note("MeasureOfSuccess"),
      note("EvidenceExpected"),
      note("ProgressAsPrinted"),
      note("NotesAsPrinted"),
    ],
    access: { owner: "edit" },
  },
  {
    title: "Updates",
    description: "What an agency stated about an action; only ever added to",
    columns: [
      key,
      planId,
      number("ActionId", { indexed: true, required: true }),
      choice("Kind", ["progress", "response", "monitoring"]),
      text("Rating"),
      note("Note"),
      note("Evidence"),
      number("EvidenceCount"),
      number("ImpactCount"),
      text("RevisedDate"),
      number("ChallengeId"),
    ],
    access: {},
    agencyFolders: "append",
  },
  {
    title: "Evidence",
    description: "Files that agencies point at",
    library: true,
    columns: [
      number("PlanId", { indexed: true }),
      actionId,
      choice("Kind", ["activity", "impact"]),
      text("DateOfEvidence"),
    ],
    access: {},
    agencyFolders: "edit",
  },
  {
    title: "Challenges",
    description: "A question put to an agency; only ever added to",
    columns: [
      key,
      planId,
      number("RecommendationId", { indexed: true, required: true }),
      actionId,
      text("Agency"),
      note("Question"),
      text("Source"),
      text("Due"),
      number("FollowsUp"),
      number("MeetingId", { indexed: true }),
    ],
    access: { challenge: "append", scrutiny: "append" },
  },
  {
    title: "Decisions",
    description: "What the peer-challenge group agreed; only ever added to",
    columns: [
      key,
      planId,
      number("RecommendationId", { indexed: true }),
      actionId,
      choice("Kind", decisionKinds),
      text("Rating"),
      text("Date"),
      note("Reason"),
      text("CheckBy"),
      text("CheckOn"),
      number("ChallengeId"),
      number("MeetingId", { indexed: true }),
    ],
    access: { challenge: "append" },
  },
  {
    title: "Meetings",
    description: "A peer-challenge meeting",
    columns: [
      key,
      planId,
      text("Starts"),
      text("Ended"),
      note("Chair"),
      note("Secretary"),
      note("Agenda"),
      note("Now"),
      note("Attendance"),
      { name: "Minutes", kind: "Url" },
    ],
    access: { challenge: "edit" },
  },
  {
    title: "MeetingNotes",
    description: "What was said at a meeting, as it was written down; only ever added to",
    columns: [
      key,
      planId,
      number("MeetingId", { indexed: true, required: true }),
      number("RecommendationId"),
      actionId,
      number("ChallengeId"),
      text("Agency"),
      choice("Kind", noteKinds),
      note("Words"),
    ],
    access: { challenge: "append" },
  },
  {
    title: "Versions",
    description: "A numbered version of a plan",
    columns: [
      key,
      planId,
      text("Date"),
      text("DateAsPrinted"),
      note("WrittenBy"),
      note("Comment"),
      note("CirculatedTo"),
    ],
    access: { owner: "edit" },
  },
  {
    title: "Posts",
    description: "A card that the app posted to a channel, so that it can be kept current",
    columns: [key, planId, actionId, note("Conversation"), text("Message")],
    access: {},
  },
];

/** The lists whose items tell what a plan is and what was said of it; a change in another one is not the tab's. */
export const planLists = [
  "Plans",
  "Agencies",
  "Recommendations",
  "Actions",
  "Updates",
  "Challenges",
  "Decisions",
] as const satisfies readonly ListTitle[];
