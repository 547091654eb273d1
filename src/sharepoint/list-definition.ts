import { type Column, number, text } from "./columns.ts";

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
  | "Findings"
  | "Actions"
  | "Updates"
  | "Evidence"
  | "Challenges"
  | "Decisions"
  | "Meetings"
  | "MeetingNotes"
  | "Papers"
  | "Versions"
  | "Posts"
  | "Reminders"
  | "Preferences";

/** Made by whoever adds an item, so that adding it twice adds it once. */
export const key = text("Key", { indexed: true, unique: true, required: true });
export const planId = number("PlanId", { indexed: true, required: true });
export const recommendationId = number("RecommendationId", { indexed: true });
export const actionId = number("ActionId", { indexed: true });
