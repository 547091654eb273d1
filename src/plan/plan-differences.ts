import type { Finding } from "./finding.ts";
import type { NewAction, NewRecommendation } from "./new-plan.ts";
import type { Action, PlanVersion, Recommendation } from "./plan.ts";
import type { RatingId } from "./rating-scheme.ts";

/** What a document says otherwise than the plan in the lists; nothing of it is written yet. */
export interface PlanDifferences {
  /** Actions of which the document says what the plan says. */
  readonly unchanged: readonly Action[];
  /** Actions of which it says more than was printed or stated so far. */
  readonly progress: readonly ProgressDifference[];
  readonly added: {
    /** With their actions. */
    readonly recommendations: readonly NewRecommendation[];
    /** Under recommendations that the plan has. */
    readonly actions: readonly AddedAction[];
    readonly versions: readonly PlanVersion[];
    /** Paragraphs of the regulator's report that the plan does not have. */
    readonly findings: readonly Finding[];
  };
  /** What the plan has and the document has not; a merge removes nothing. */
  readonly vanished: {
    readonly recommendations: readonly Recommendation[];
    readonly actions: readonly Action[];
  };
  /** What is worded otherwise, each to be taken over or left. */
  readonly edited: readonly EditedDefinition[];
  /** Findings whose paragraph the document words otherwise: they stay as they are, and it is said. */
  readonly reworded?: readonly RewordedFinding[];
  /** What an agency's part says otherwise of what is not the agency's, in its words: it is left out, and it is said. */
  readonly notTheirs?: readonly string[];
}

export interface RewordedFinding {
  readonly is: Finding;
  readonly now: string;
}

export interface AddedAction {
  readonly recommendation: Recommendation;
  readonly action: NewAction;
  /** Which it is, from 1, of those that say the same under that recommendation in the document. */
  readonly nth: number;
}

export interface ProgressDifference {
  readonly action: Action;
  /** The lines that neither the document it came from nor anybody since has said. */
  readonly lines: readonly string[];
  /** Where the document prints another rating than the one that is shown. */
  readonly rating?: RatingId | undefined;
  readonly ratingName?: string | undefined;
}

export type EditedDefinition =
  | (Edited<Recommendation, NewRecommendation> & { readonly what: "recommendation" })
  | (Edited<Action, NewAction> & { readonly what: "action" });

interface Edited<Is, Read> {
  readonly is: Is;
  /** The whole of it as the document has it. */
  readonly read: Read;
  readonly fields: readonly FieldEdit<Is>[];
}

/** A field that the document words otherwise; lists are lines. */
export interface FieldEdit<Is> {
  readonly field: keyof Is & string;
  readonly was: string;
  readonly now: string;
}
