import type { ReadFromList } from "./fault.ts";
import type { IsoDate } from "./iso-date.ts";
import type { RatingScheme } from "./rating-scheme.ts";

/** An inspection's plan, owned by the commissioner. */
export interface Plan extends ReadFromList {
  readonly id: number;
  readonly title: string;
  readonly regulator: string;
  readonly inspectionFrom?: IsoDate | undefined;
  readonly inspectionTo?: IsoDate | undefined;
  readonly published?: IsoDate | undefined;
  readonly submissionDue?: IsoDate | undefined;
  readonly scheme: RatingScheme;
  /** The Teams conversation id of the channel its cards are posted to. */
  readonly channel?: string | undefined;
  /** The newest version, "7". */
  readonly version?: string | undefined;
  /** The day it was sent to the regulator, and to whom; until then the submission clock runs. */
  readonly submitted?: IsoDate | undefined;
  readonly submittedTo?: string | undefined;
  readonly settings?: PlanSettings | undefined;
}

/** What a plan's owners set for it; whatever is left out has its default. */
export interface PlanSettings {
  /** The checks that are tuned or switched off, by id. */
  readonly checks?: Readonly<Record<string, CheckSetting>> | undefined;
  /** Days after its response date until an unanswered challenge is told to the owners; 14 by default. */
  readonly escalateAfterDays?: number | undefined;
  /** What the headings of its documents mean, as a person said; the next document is read by it. */
  readonly columns?: readonly KeptColumn[] | undefined;
}

/** A heading of a document's table, and by the name of its meaning what stands under it. */
export interface KeptColumn {
  readonly heading: string;
  readonly meaning: string;
}

export interface CheckSetting {
  readonly off?: boolean | undefined;
  /** For checks that count days ("stale", "slipping"). */
  readonly days?: number | undefined;
}

export interface PlanVersion {
  readonly number: string;
  readonly date?: IsoDate | undefined;
  readonly dateAsPrinted: string;
  readonly author: string;
  readonly comment: string;
  readonly circulatedTo?: string | undefined;
}

/** The short name is an agency's identity: actions, folders and groups are named by it. */
export interface Agency extends ReadFromList {
  readonly id: number;
  readonly shortName: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  /** The folder of the lists that this agency alone may append to. */
  readonly folder: string;
  /** The SharePoint group whose members speak for it. */
  readonly group: string;
}

export interface Recommendation extends ReadFromList {
  readonly id: number;
  /** "2.1", as the report numbers it. */
  readonly ref: string;
  /** Its place in the report. */
  readonly order: number;
  readonly text: string;
  /** Short names of the agencies it is addressed to. */
  readonly addressees: readonly string[];
  readonly timescale?: string | undefined;
  readonly theme?: string | undefined;
  /** Paragraphs of the findings behind it, and refs it points to, as printed. */
  readonly paragraphs: readonly string[];
  readonly outcome?: string | undefined;
  readonly anticipatedEvidence?: string | undefined;
}

export interface Action extends ReadFromList {
  readonly id: number;
  readonly recommendationId: number;
  /** Its place under the recommendation. */
  readonly order: number;
  /** Short names; two thirds of real actions have several. */
  readonly agencies: readonly string[];
  readonly agencyAsPrinted: string;
  readonly text: string;
  /** Lead officers and key personnel as printed. */
  readonly leads: readonly string[];
  /** SharePoint's ids of the people who lead it, where the site's owners named any. */
  readonly leadOfficers?: readonly number[] | undefined;
  /** The day it is due; where several are printed, the last. */
  readonly due?: IsoDate | undefined;
  readonly dueAsPrinted: string;
  readonly milestones?: string | undefined;
  readonly outcomeMeasure?: string | undefined;
  readonly measureOfSuccess?: string | undefined;
  readonly evidenceExpected?: string | undefined;
  /** What the imported document said of progress; no agency stated it here, so it is no update. */
  readonly progressAsPrinted?: string | undefined;
  /** What else the document said of it: a rating, a status, columns that are not of a plan. */
  readonly notesAsPrinted?: string | undefined;
}
