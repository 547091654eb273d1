import { z } from "zod";

/** A message as the page shows it and the file keeps it. */
export const message = z.object({
  id: z.string(),
  conversation: z.string(),
  /** The first message of the thread this one replies in. */
  root: z.string().optional(),
  from: z.object({ id: z.string(), name: z.string(), isApp: z.boolean() }),
  /** ISO date and time, in UTC. */
  sent: z.string(),
  /** Grows with each change, so that a page knows which of two states is the newer. */
  version: z.number(),
  text: z.string(),
  cards: z.array(z.record(z.string(), z.unknown())),
  deleted: z.boolean(),
  edited: z.boolean(),
  /** Why the app did not get this message, in words. */
  problem: z.string().optional(),
});

export type Message = z.infer<typeof message>;

/** The parts of a card that say who gets it refreshed by themselves, and by what action. */
export const cardRefresh = z.object({
  action: z.record(z.string(), z.unknown()),
  userIds: z.array(z.string()).optional(),
});

/** What Teams sends to the app when a card's `Action.Execute` is pressed, or refreshes by itself. */
export const cardAction = z.object({
  message: z.string(),
  trigger: z.enum(["manual", "automatic"]),
  action: z.object({
    type: z.literal("Action.Execute"),
    id: z.string().optional(),
    verb: z.string().optional(),
    data: z.unknown().optional(),
    title: z.string().optional(),
  }),
});

export type CardAction = z.infer<typeof cardAction>;

/** What became of a card action, as the page is told. */
export const cardOutcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("card"), card: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal("message"), text: z.string() }),
  z.object({ kind: z.literal("failure"), text: z.string() }),
]);

export type CardOutcome = z.infer<typeof cardOutcome>;

/** What became of a search or of a message's menu, as the page is told. */
export const extensionOutcome = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("results"),
    items: z.array(
      z.object({
        title: z.string(),
        text: z.string(),
        card: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
  z.object({
    kind: z.literal("dialog"),
    title: z.string(),
    card: z.record(z.string(), z.unknown()),
  }),
  z.object({ kind: z.literal("message"), text: z.string() }),
]);

export type ExtensionOutcome = z.infer<typeof extensionOutcome>;
