import type { Meaning } from "#plan/rating-scheme.ts";
import type { ColumnMeaning } from "./column-meaning.ts";
import type { DocumentKind } from "./document-kind.ts";

/**
 * What a document says, and nothing it does not say: an absent field is not in the document.
 * Printed words stay beside what was understood from them.
 */
export interface PlanDocument {
  /** What it was read as: recognised, or as the person said. */
  readonly kind?: DocumentKind;
  readonly plan: DocumentPlan;
  /** The agency whose actions alone these are, where the document says that it is one agency's part. */
  readonly part?: string;
  readonly recommendations: readonly DocumentRecommendation[];
  readonly findings: readonly DocumentFinding[];
  readonly questions: readonly DocumentQuestion[];
  readonly problems: readonly DocumentProblem[];
  /**
   * How each heading of the plan's tables was understood, to be shown, corrected, kept, and given to the next reading.
   * Where no table was taken for a plan's, the headings of the widest, so that it can be said what they mean.
   */
  readonly columns?: readonly DocumentColumn[];
}

export interface DocumentColumn {
  readonly heading: string;
  readonly meaning: ColumnMeaning;
}

export interface DocumentPlan {
  readonly title?: string;
  readonly regulator?: string;
  /** Dates are whole, `2015-02-23`. */
  readonly inspectionFrom?: string;
  readonly inspectionTo?: string;
  readonly published?: string;
  readonly submissionDue?: string;
  readonly ratingScheme?: readonly DocumentRating[];
  readonly versions?: readonly DocumentVersion[];
}

/** A line of the plan's own rating key, in the order of the key. */
export interface DocumentRating {
  readonly name: string;
  readonly definition: string;
  /** Absent where the definition does not say what it means for progress. */
  readonly meaning?: Meaning;
}

export interface DocumentVersion {
  readonly number: string;
  /** Whole where it could be read, else as printed. */
  readonly date?: string;
  readonly author?: string;
  readonly action?: string;
  readonly comment?: string;
  readonly circulatedTo?: string;
}

export interface DocumentRecommendation {
  /** "2.1" as printed; absent where the document does not number it. */
  readonly ref?: string;
  readonly addressees: readonly string[];
  readonly timescale?: string;
  readonly theme?: string;
  readonly text: string;
  /** What its See-reference names, as printed. */
  readonly paragraphs: readonly string[];
  readonly outcome?: string;
  readonly anticipatedEvidence?: string;
  readonly actions: readonly DocumentAction[];
}

export interface DocumentAction {
  /** The cell as printed, or the one carried down to this row. */
  readonly agency?: string;
  /** The agencies that cell names. */
  readonly agencies: readonly string[];
  readonly text: string;
  /** One a line of the cell, as printed. */
  readonly leads: readonly string[];
  readonly milestones?: string;
  readonly outcomeMeasure?: string;
  readonly measureOfSuccess?: string;
  readonly evidence?: string;
  readonly dueText?: string;
  /** Whole dates, or `2015-09` where only a month is printed. */
  readonly due: readonly string[];
  readonly status?: string;
  /** A name of the plan's rating scheme; absent means not rated. */
  readonly rating?: string;
  /** Where the document says that the group agreed the rating, or closed the action with it. */
  readonly standing?: "agreed" | "closed";
  /** The name of the rating that the agency proposes, where it is printed beside the one that counts. */
  readonly proposed?: string;
  readonly progress?: string;
  /** What stood in columns that are not of a plan, each with its heading. */
  readonly notes?: string;
  /** Where words of the row lead: evidence, for the most part. */
  readonly links?: readonly DocumentLink[];
}

/** Words that lead somewhere: http or https. */
export interface DocumentLink {
  readonly words: string;
  readonly url: string;
}

export interface DocumentFinding {
  readonly paragraph: string;
  readonly text: string;
  readonly recommendations: readonly string[];
}

export interface DocumentQuestion {
  readonly agency?: string;
  readonly recommendations: readonly string[];
  readonly ratingStated?: string;
  readonly text: string;
}

/** Something that was not understood, with the words that stood there. */
export interface DocumentProblem {
  /** "Table 5, row 3". */
  readonly where: string;
  readonly what: string;
}
