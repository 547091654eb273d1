/** What a list column holds. Days are ISO text: a date in a form value is read in the site's own locale. */
export type ColumnKind = "Text" | "Note" | "Number" | "Choice" | "Url" | "People";

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Every column that a filter or an order uses. */
  readonly indexed?: true;
  /** Enforced by SharePoint; always indexed too. */
  readonly unique?: true;
  readonly required?: true;
  readonly choices?: readonly string[];
}

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
  | "Versions"
  | "Posts";

const text = (name: string, more: Partial<Column> = {}): Column => ({
  name,
  kind: "Text",
  ...more,
});
const note = (name: string): Column => ({ name, kind: "Note" });
const number = (name: string, more: Partial<Column> = {}): Column => ({
  name,
  kind: "Number",
  ...more,
});
const choice = (name: string, choices: readonly string[]): Column => ({
  name,
  kind: "Choice",
  choices,
});

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
    ],
    access: { challenge: "append", scrutiny: "append" },
  },
  {
    title: "Decisions",
    description: "What the peer-challenge group agreed; only ever added to",
    columns: [
      key,
      planId,
      number("ActionId", { indexed: true, required: true }),
      choice("Kind", ["rating-agreed", "date-agreed", "closed", "reopened", "monitoring-asked"]),
      text("Rating"),
      text("Date"),
      note("Reason"),
      number("MeetingId"),
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
      note("Agenda"),
      text("Now"),
      note("Attendance"),
      { name: "Minutes", kind: "Url" },
    ],
    access: { challenge: "edit" },
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
