import { tenant, type Person } from "../people.ts";
import type { CardAction, Message } from "./message.ts";
import { botMri, channel, channelData, threadId } from "./team.ts";

/** What an activity is addressed with: the app that gets it, and where its answers are to be sent. */
export interface Addressing {
  readonly botClientId: string;
  readonly appName: string;
  readonly serviceUrl: string;
}

/** What Teams hands over when single sign-on answers a request to sign in. */
export interface SignOnAnswer {
  readonly id: string;
  readonly connectionName: string;
  readonly token: string;
}

export type Activity = Readonly<Record<string, unknown>> & { readonly id: string };

/** A person's words, as Teams sends them to an app that was mentioned, or that they chat with. */
export function messageActivity(to: Addressing, person: Person, message: Message): Activity {
  const tag = `<at>${to.appName}</at>`;
  const mentions = message.text.includes(`@${to.appName}`);
  return {
    ...envelope(to, person, message.id),
    ...place(message),
    type: "message",
    textFormat: "plain",
    text: message.text.replaceAll(`@${to.appName}`, tag),
    entities: [
      ...(mentions ? [{ type: "mention", text: tag, mentioned: bot(to) }] : []),
      clientInfo,
    ],
    ...(message.root === undefined ? {} : { replyToId: message.root }),
  };
}

/** A press on a card's button (or its refresh by itself), as an `adaptiveCard/action` invoke. */
export function cardActionActivity(
  to: Addressing,
  person: Person,
  pressed: { readonly id: string; readonly message: Message; readonly press: CardAction },
  authentication?: SignOnAnswer,
): Activity {
  const { id, message, press } = pressed;
  return {
    ...envelope(to, person, id),
    ...place(message),
    type: "invoke",
    name: "adaptiveCard/action",
    replyToId: message.id,
    value: {
      action: press.action,
      trigger: press.trigger,
      ...(authentication ? { authentication } : {}),
    },
    entities: [clientInfo],
  };
}

/** A search, a pasted link or the menu of a message, as Teams asks an app's message extension. */
export function extensionActivity(
  to: Addressing,
  person: Person,
  {
    id,
    at,
    name,
    value,
  }: {
    readonly id: string;
    /** The conversation's id, of a thread with `;messageid=`. */
    readonly at: string;
    readonly name: string;
    readonly value: object;
  },
): Activity {
  const inChannel = at.startsWith(channel.id);
  return {
    ...envelope(to, person, id),
    conversation: inChannel
      ? { id: at, isGroup: true, conversationType: "channel", tenantId: tenant.id }
      : { id: at, conversationType: "personal", tenantId: tenant.id },
    channelData: inChannel ? channelData : { tenant: channelData.tenant },
    type: "invoke",
    name: `composeExtension/${name}`,
    value,
    entities: [clientInfo],
  };
}

/** What an app gets when somebody adds it to the team: two activities, in this order. */
export function addedToTeam(to: Addressing, person: Person, ids: readonly [string, string]) {
  const where = {
    conversation: {
      id: channel.id,
      isGroup: true,
      conversationType: "channel",
      tenantId: tenant.id,
    },
    channelData: { ...channelData, settings: { selectedChannel: channelData.channel } },
  };
  return [
    {
      ...envelope(to, person, ids[0]),
      ...where,
      type: "conversationUpdate",
      membersAdded: [{ id: botMri(to.botClientId) }],
      channelData: { ...where.channelData, eventType: "teamMemberAdded" },
    },
    { ...envelope(to, person, ids[1]), ...where, type: "installationUpdate", action: "add" },
  ] satisfies Activity[];
}

const clientInfo = {
  type: "clientInfo",
  locale: "en-GB",
  country: "GB",
  platform: "Web",
  timezone: "Europe/London",
};

const bot = (to: Addressing) => ({ id: botMri(to.botClientId), name: to.appName });

function envelope(to: Addressing, person: Person, id: string) {
  const now = new Date().toISOString();
  return {
    id,
    timestamp: now,
    localTimestamp: now,
    localTimezone: "Europe/London",
    locale: "en-GB",
    channelId: "msteams",
    serviceUrl: to.serviceUrl,
    from: { id: person.mri, name: person.name, aadObjectId: person.objectId },
    recipient: bot(to),
  };
}

/** In the channel each message belongs to a thread: the one it replies in, or the one it starts. */
function place(message: Message) {
  if (message.conversation !== channel.id)
    return {
      conversation: {
        id: message.conversation,
        conversationType: "personal",
        tenantId: tenant.id,
      },
      channelData: { tenant: channelData.tenant },
    };
  return {
    conversation: {
      id: threadId(message.root ?? message.id),
      isGroup: true,
      conversationType: "channel",
      tenantId: tenant.id,
    },
    channelData,
  };
}
