import type { DocumentAction, DocumentLink } from "../plan-document.ts";
import type { LabelledField } from "./plan-lines.ts";

/** What a cell that could hold a rating looks like; judged when the plan's key is known. */
export interface RatingMark {
  /** The whole cell, or a line of it that stands alone. */
  readonly words: readonly string[];
  /** Colours of the cell and of such words, `RRGGBB`. */
  readonly colours: readonly string[];
}

/** An action as its rows are read one by one. */
export interface DraftAction {
  readonly where: string;
  /** True where its table has no column for actions: the row says only how its recommendation stands. */
  onlyStatus?: boolean;
  agency?: string;
  readonly text: string[];
  readonly leads: string[];
  readonly milestones: string[];
  readonly outcomeMeasure: string[];
  readonly measureOfSuccess: string[];
  readonly evidence: string[];
  readonly due: string[];
  readonly status: string[];
  readonly progress: string[];
  readonly notes: string[];
  readonly marks: RatingMark[];
  /** Whole cells of a rating's column: what says more than a rating is kept. */
  readonly ratingWords: string[];
  /** Ratings that stand for themselves beside the one that counts, as printed. */
  readonly proposed: string[];
  readonly agreed: string[];
  standing?: DocumentAction["standing"];
  readonly links: DocumentLink[];
}

/** A recommendation, or the heading of several, as its lines and rows are read. */
export interface DraftRecommendation {
  readonly where: string;
  /** True where its words were struck through: it stands only for actions below it that were not. */
  isStruckOut?: boolean;
  ref?: string;
  readonly text: string[];
  readonly paragraphs: string[];
  readonly fields: Readonly<Record<LabelledField, string[]>>;
  readonly actions: DraftAction[];
  /** Those printed beside it; what is printed above several is read later. */
  readonly addressees: string[];
  /** What the heading over its table says, where that is no recommendation: an agency, or what it is about. */
  sectionAgency?: string;
  sectionHeading?: string;
}

export function draftAction(where: string): DraftAction {
  return {
    where,
    text: [],
    leads: [],
    milestones: [],
    outcomeMeasure: [],
    measureOfSuccess: [],
    evidence: [],
    due: [],
    status: [],
    progress: [],
    notes: [],
    marks: [],
    ratingWords: [],
    proposed: [],
    agreed: [],
    links: [],
  };
}

/** True for what was struck through with all its actions. */
export function isWithdrawn({ isStruckOut, actions }: DraftRecommendation): boolean {
  return isStruckOut === true && actions.length === 0;
}

export function draftRecommendation(where: string, ref?: string): DraftRecommendation {
  return {
    where,
    ...(ref !== undefined && { ref }),
    text: [],
    paragraphs: [],
    fields: { outcome: [], anticipatedEvidence: [], theme: [], timescale: [], addressees: [] },
    actions: [],
    addressees: [],
  };
}
