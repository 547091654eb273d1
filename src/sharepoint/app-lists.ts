import { choice, note, number, text } from "./columns.ts";
import { actionId, key, type ListDefinition, planId } from "./list-definition.ts";

/** What the app itself keeps, and what people ask of it: no part of any plan. */
export const appLists: readonly ListDefinition[] = [
  {
    title: "Posts",
    description: "A card that the app posted to a channel, so that it can be kept current",
    columns: [
      key,
      planId,
      actionId,
      number("RecommendationId", { indexed: true }),
      number("ChallengeId", { indexed: true }),
      note("Conversation"),
      text("Message"),
    ],
    access: {},
  },
  {
    title: "Reminders",
    description: "Who was reminded in which week, so that nobody is reminded twice",
    columns: [
      key,
      text("Week", { indexed: true }),
      text("Person"),
      choice("State", ["begun", "sent", "failed", "later"]),
      text("Reason"),
    ],
    access: {},
  },
  {
    title: "Preferences",
    description: "What somebody asked for about their reminders; their newest word counts",
    columns: [key, choice("Reminders", ["on", "off"]), number("QuietFrom"), number("QuietUntil")],
    access: { owner: "append", challenge: "append" },
    agencyFolders: "append",
  },
];
