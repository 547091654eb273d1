import { z } from "zod";

const person = z.object({ id: z.string(), name: z.string(), mri: z.string(), upn: z.string() });

/** A tab of the channel and what it opens. */
export const channelTab = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(128),
  entityId: z.string().min(1).max(64),
  url: z.url(),
});

export type ChannelTab = z.infer<typeof channelTab>;

/** A tab before it is kept. */
export const newTab = channelTab.omit({ id: true });

export type NewTab = z.infer<typeof newTab>;

/** What the page needs to know before it can show anything. */
export const pageSettings = z.object({
  person: person.extend({ objectId: z.string() }),
  people: z.array(person),
  tenantId: z.string(),
  app: z.object({ id: z.string(), name: z.string(), botId: z.string() }),
  /** The one that was there from the start, then those that people added. */
  tabs: z.tuple([channelTab], channelTab),
  /** The app's page that asks what a new tab is to show. */
  configurationUrl: z.string(),
  team: z.object({
    id: z.string(),
    groupId: z.string(),
    name: z.string(),
    initials: z.string(),
    siteUrl: z.string(),
  }),
  channel: z.object({ id: z.string(), name: z.string() }),
  /** What the app offers where people write, and in the menu of a message. */
  extension: z.object({
    search: z.object({ id: z.string(), title: z.string(), parameter: z.string() }).optional(),
    messageActions: z.array(z.object({ id: z.string(), title: z.string() })),
  }),
});

export type PageSettings = z.infer<typeof pageSettings>;

/** A person in the switcher and whom they speak for, as SharePoint says. */
export const personChoice = person.extend({
  speaksFor: z.discriminatedUnion("site", [
    z.object({ site: z.literal("open"), groups: z.array(z.string()) }),
    z.object({ site: z.enum(["closed", "silent"]) }),
  ]),
});

export type PersonChoice = z.infer<typeof personChoice>;

/** What the tab wants a token for; `claims`, as JSON, says what it has to prove, `interactive` that the person may be asked. */
export const nestedTokenAsked = z.object({
  clientId: z.string(),
  scope: z.string(),
  claims: z.string().optional(),
  interactive: z.boolean().default(false),
});

export type NestedTokenAsked = z.infer<typeof nestedTokenAsked>;

/** A token for the tab and the account it belongs to, as the nested app authentication bridge wants them. */
export const nestedToken = z.object({
  accessToken: z.string(),
  idToken: z.string(),
  expiresIn: z.number(),
  scope: z.string(),
  authority: z.string(),
  account: z.object({
    homeAccountId: z.string(),
    localAccountId: z.string(),
    tenantId: z.string(),
    environment: z.string(),
    username: z.string(),
    name: z.string(),
  }),
});

export type NestedToken = z.infer<typeof nestedToken>;
