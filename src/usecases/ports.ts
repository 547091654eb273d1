import type { SettingsThen } from "#plan/check-settings.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { DefinitionHistory } from "#plan/changes-in-definitions.ts";
import type { Finding } from "#plan/finding.ts";
import type { Me } from "#plan/permissions.ts";
import type {
  Action,
  Agency,
  Plan,
  PlanSettings,
  PlanVersion,
  Recommendation,
} from "#plan/plan.ts";
import type { RatingId } from "#plan/rating-scheme.ts";
import type {
  AgendaItem,
  Attendance,
  Meeting,
  MeetingNote,
  MeetingPlace,
  Officer,
} from "#plan/meeting.ts";
import type { Challenge, Decision, Entry, EvidenceLink, Update } from "#plan/record.ts";

/** A plan with what the first screen shows. Its record carries no notes: an action's own record does. */
export interface OpenPlan {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly recommendations: readonly Recommendation[];
  readonly actions: readonly Action[];
  readonly record: readonly Entry[];
  readonly me: Me;
  /** Where the watch goes on from; opaque. */
  readonly changeToken: string;
}

export interface PlanSummary {
  readonly id: number;
  readonly title: string;
  readonly regulator?: string | undefined;
  readonly published?: IsoDate | undefined;
  /** The Teams conversation id of the channel its cards are posted to. */
  readonly channel?: string | undefined;
  readonly settings?: PlanSettings | undefined;
}

export interface NewestPlan {
  readonly open: OpenPlan;
  readonly plans: readonly PlanSummary[];
}

export interface PlanStore {
  /** The plans of this site, newest first. */
  list(): Promise<readonly PlanSummary[]>;
  /** The newest plan and the names of all, in one round trip too; undefined where the site has no plan. */
  openNewest(): Promise<NewestPlan | undefined>;
  /** One round trip for plans of up to 5,000 items a list. Throws NotFoundError. */
  open(planId: number): Promise<OpenPlan>;
  /** What others changed since; undefined where nothing did. One small request where nothing did. */
  changesSince(open: OpenPlan): Promise<OpenPlan | undefined>;
}

/** An action as one card needs it, read without the rest of the plan. */
export interface OpenAction {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly recommendation: Recommendation;
  readonly action: Action;
  readonly record: readonly Entry[];
  readonly me: Me;
}

export interface NewUpdate {
  readonly key: string;
  readonly planId: number;
  /** Left out where a question on a whole recommendation is answered; then `recommendationId` is there. */
  readonly actionId?: number | undefined;
  readonly recommendationId?: number | undefined;
  /** The agency that speaks; the update goes into its folder. */
  readonly agency: Agency;
  readonly kind: Update["kind"];
  readonly rating?: RatingId | undefined;
  readonly note: string;
  readonly evidence: readonly EvidenceLink[];
  readonly revisedDate?: IsoDate | undefined;
  readonly challengeId?: number | undefined;
}

export interface ActionStore {
  /** Throws NotFoundError where the action is not there, or not to be seen by this person. */
  open(planId: number, actionId: number): Promise<OpenAction>;
}

/** What is appended: everything but what SharePoint sets. */
type Said<T extends Entry> = Omit<T, "type" | "id" | "created" | "author" | "authorId"> & {
  readonly planId: number;
};

export type NewChallenge = Said<Challenge>;
export type NewDecision = Said<Decision>;

export interface RecordStore {
  /** Everything said about one action, with notes, evidence and authors, oldest first. */
  forAction(actionId: number): Promise<readonly Entry[]>;
  /** Everything said about a recommendation and about its actions, as `forAction`; one round trip. */
  forRecommendation(
    recommendationId: number,
    actionIds: readonly number[],
  ): Promise<readonly Entry[]>;
  /** Every challenge to a plan with its words and what answered or resolved it, oldest first. */
  ofChallenges(planId: number): Promise<readonly Entry[]>;
  /** Puts a question once, however often it is tried with the same key. Throws NotAllowedError, UnavailableError. */
  challenge(challenge: NewChallenge): Promise<{ readonly id: number }>;
  /** Appends what the group agreed, once a key. Throws NotAllowedError, UnavailableError. */
  decide(decision: NewDecision): Promise<{ readonly id: number }>;
  /** Appends once, however often it is tried with the same key. Throws NotAllowedError, UnavailableError. */
  append(update: NewUpdate): Promise<{ readonly id: number }>;
}

/** What a document of a plan says beyond the first screen. */
export interface PlanHistory {
  /** Everything said about the plan, with notes, evidence and authors, oldest first. */
  readonly record: readonly Entry[];
  /** In the order in which they were entered. */
  readonly versions: readonly PlanVersion[];
}

export interface PlanHistoryStore {
  /** Empty for a plan of which nothing was said; one round trip for up to 5,000 items a list. */
  forPlan(planId: number): Promise<PlanHistory>;
}

/** The login names in a plan's SharePoint groups. */
export interface Members {
  readonly agencies: readonly {
    readonly agency: string;
    readonly loginNames: readonly string[];
  }[];
  readonly owners: readonly string[];
  /** Everybody in any group of the plan: agencies, owners, challenge, scrutiny, readers. */
  readonly everybody: readonly string[];
}

export interface MemberStore {
  of(planId: number): Promise<Members>;
}

export interface ChannelStore {
  /** Remembers the channel on a plan that has none, or has `instead`. Throws ConflictError where it has another by now. */
  adopt(planId: number, conversation: string, instead?: string): Promise<void>;
}

export interface NewMeeting {
  readonly key: string;
  readonly planId: number;
  readonly starts: string;
  readonly chair: Officer;
  readonly secretary?: Officer | undefined;
  readonly agenda: readonly AgendaItem[];
}

/** What the chair or the secretary may change of a meeting; what was said stands in notes and in the record. */
export interface MeetingChange {
  readonly agenda?: readonly AgendaItem[];
  readonly now?: MeetingPlace;
  readonly attendance?: readonly Attendance[];
  readonly chair?: Officer;
  readonly secretary?: Officer;
  readonly ended?: string;
  readonly minutes?: string;
}

export interface MeetingNow {
  readonly meeting: Meeting;
  readonly notes: readonly MeetingNote[];
}

export type NewMeetingNote = Omit<MeetingNote, "id" | "created" | "author"> & {
  readonly planId: number;
};

export interface MeetingStore {
  /** Newest first. */
  forPlan(planId: number): Promise<readonly Meeting[]>;
  /** One small request. Throws NotFoundError. */
  open(meetingId: number): Promise<Meeting>;
  /** The meeting as it is now and what was noted after that note, oldest first: one small request. */
  follow(meetingId: number, afterNote: number): Promise<MeetingNow>;
  add(meeting: NewMeeting): Promise<Meeting>;
  /** Changes those fields of it as it is at `meeting.version`. Throws ConflictError where somebody changed it since. */
  change(meeting: Meeting, change: MeetingChange): Promise<Meeting>;
  /** Oldest first. */
  notes(meetingId: number): Promise<readonly MeetingNote[]>;
  /** Once a key. Throws NotAllowedError, UnavailableError. */
  note(note: NewMeetingNote): Promise<{ readonly id: number }>;
  /** The questions put and the decisions taken at it, with their words and who recorded them, oldest first. */
  record(meetingId: number): Promise<readonly (Challenge | Decision)[]>;
  /** Who may chair a meeting or record in it: the peer-challenge group. */
  officers(): Promise<readonly Officer[]>;
  /**
   * Keeps its minutes as a file of that name and gives the file's address, https. A file of that name that stands there
   * already is an earlier try, and is left as it is. Throws NotAllowedError, UnavailableError.
   */
  keepMinutes(name: string, file: Uint8Array): Promise<string>;
}

/** A file in the library of evidence. */
export interface EvidenceFile {
  readonly name: string;
  /** Its address, https. */
  readonly url: string;
  readonly agency: string;
  readonly planId?: number | undefined;
  readonly actionId?: number | undefined;
  readonly kind: EvidenceLink["kind"];
  readonly date?: IsoDate | undefined;
  readonly bytes: number;
  readonly added: string;
}

export interface NewEvidence {
  readonly planId: number;
  /** Left out where it answers a question on a whole recommendation. */
  readonly actionId?: number | undefined;
  /** It goes into the agency's own folder. */
  readonly agency: Agency;
  readonly file: Blob;
  readonly name: string;
  readonly kind: EvidenceLink["kind"];
  readonly date?: IsoDate | undefined;
}

export interface EvidenceStore {
  /** The files of an agency's folder, newest first. */
  ofAgency(agency: Agency): Promise<readonly EvidenceFile[]>;
  /**
   * Puts a file there, in chunks above 10 MB, telling how many of its bytes have arrived. A name that is taken gets a
   * number; nothing is overwritten. Throws NotAllowedError, UnavailableError; what `signal` cancels leaves no file.
   */
  upload(
    evidence: NewEvidence,
    on: { readonly progress: (bytes: number) => void; readonly signal: AbortSignal },
  ): Promise<EvidenceFile>;
}

export interface FindingStore {
  /** In the order of the report; none where no report of this plan was imported. */
  forPlan(planId: number): Promise<readonly Finding[]>;
}

/** Whether plans can be kept on a site, as somebody who may only read it sees it. */
export interface SiteState {
  /** What is missing for a plan, in words; empty where everything is there. */
  readonly missing: readonly string[];
  /** Who is looking; they belong to no agency here. */
  readonly roles: Me["roles"];
  /** They may set the site up themselves. */
  readonly administers: boolean;
}

export interface SiteStore {
  /** Throws NotAllowedError for whoever may not see the site at all. */
  look(): Promise<SiteState>;
}

export interface DefinitionHistoryStore {
  /** How recommendations and actions were worded that were written or changed after the end of a day. */
  since(
    open: Pick<OpenPlan, "plan" | "recommendations" | "actions">,
    day: IsoDate,
  ): Promise<DefinitionHistory>;
}

export interface NewVersion extends PlanVersion {
  readonly key: string;
  readonly planId: number;
}

export interface VersionStore {
  /** In the order in which they were entered. */
  forPlan(planId: number): Promise<readonly PlanVersion[]>;
  /** Writes the version down, and its number on the plan. Once a key. Throws NotAllowedError. */
  add(version: NewVersion): Promise<void>;
  /** Writes down when, and to whom, the plan was sent. Throws NotAllowedError. */
  submitted(planId: number, on: IsoDate, to: string): Promise<void>;
}

/** What a plan was, and its versions: for comparing and handing over. Opening a plan needs none of it. */
export interface HistoryStores {
  readonly history: PlanHistoryStore;
  readonly definitions: DefinitionHistoryStore;
  readonly versions: VersionStore;
}

/** What a plan's owners set for it. */
export interface SettingsStore {
  /** Changes them by what `change` makes of them as they are then. Throws NotAllowedError, ConflictError. */
  change(planId: number, change: (now: PlanSettings | undefined) => PlanSettings): Promise<void>;
  /** As they were left each time, with who left them so, oldest first. */
  history(planId: number): Promise<readonly SettingsThen[]>;
}

/** A definition as it stands, with what tells SharePoint that nobody has changed it since. */
export interface Versioned<T> {
  readonly is: T;
  readonly version: string;
}

export interface DefinitionStore {
  /** Throws NotFoundError. */
  action(actionId: number): Promise<Versioned<Action>>;
  /** Throws NotFoundError. */
  recommendation(recommendationId: number): Promise<Versioned<Recommendation>>;
  /** Changes those fields of it. Throws ConflictError where somebody changed it since, NotAllowedError. */
  changeAction(was: Versioned<Action>, to: Partial<Action>): Promise<void>;
  /** The same for a recommendation. */
  changeRecommendation(was: Versioned<Recommendation>, to: Partial<Recommendation>): Promise<void>;
}
