import { tenant, type Person } from "../people.ts";

/** The one team of this machine and its channel, where the plan lives. */
export const team = {
  id: "19:marlshire@thread.tacv2",
  groupId: "7a4d2c10-0000-4000-8000-0000000000e1",
  name: "Marlshire inspection",
  initials: "MI",
} as const;

export const channel = { id: "19:plan@thread.tacv2", name: "Plan" } as const;

/** A place where messages stand: the channel, or one person's chat with the app. */
export type ConversationKind = "channel" | "personal";

/** A conversation as an address names it: a thread of the channel carries its first message's id. */
export interface ConversationAddress {
  readonly id: string;
  readonly root?: string;
}

/** Takes `19:…;messageid=1` apart; the rest of the product never sees the combined form. */
export function conversationAddress(written: string): ConversationAddress {
  const [id = "", ...marks] = written.split(";");
  const root = marks.find((mark) => mark.startsWith("messageid="))?.slice("messageid=".length);
  return root ? { id, root } : { id };
}

/** How the connector writes a thread of the channel. */
export const threadId = (root: string) => `${channel.id};messageid=${root}`;

/** The id of a person's own chat with the app. */
export const chatId = (person: Person) => chatIdOf(person.objectId);

/** As `chatId`, where only the object id is known. */
export const chatIdOf = (objectId: string) => `a:${objectId}`;

/** How Teams names an app's bot. */
export const botMri = (botClientId: string) => `28:${botClientId}`;

/** What Teams tells an app about where something happened in the channel. */
export const channelData = {
  tenant: { id: tenant.id },
  team: { id: team.id, name: team.name, aadGroupId: team.groupId },
  channel: { id: channel.id, name: channel.name },
  teamsTeamId: team.id,
  teamsChannelId: channel.id,
} as const;
