import { z } from "zod";
import type { Person } from "../people.ts";
import { extensionActivity } from "./activities.ts";
import { AppUnreachable, type AppAnswer } from "./bot-client.ts";
import type { CardActionParts } from "./card-actions.ts";
import type { ExtensionOutcome, Message } from "./message.ts";
import { oauthConnection, singleSignOn } from "./single-sign-on.ts";
import {
  channel,
  chatId,
  threadId,
  type ConversationAddress,
  type ConversationKind,
} from "./team.ts";

const card = z.object({
  contentType: z.literal("application/vnd.microsoft.card.adaptive"),
  content: z.record(z.string(), z.unknown()),
});
const result = card.extend({
  preview: z.object({
    content: z.object({ title: z.string().default(""), text: z.string().default("") }),
  }),
});
const answer = z.object({
  composeExtension: z
    .object({
      type: z.string(),
      text: z.string().optional(),
      attachments: z.array(z.unknown()).optional(),
    })
    .optional(),
  task: z
    .discriminatedUnion("type", [
      z.object({ type: z.literal("message"), value: z.string() }),
      z.object({
        type: z.literal("continue"),
        value: z.object({ title: z.string().default(""), card }),
      }),
    ])
    .optional(),
});

type Invoke = "query" | "queryLink" | "fetchTask" | "submitAction";

/** What Teams takes in one page of results. */
const pageSize = 25;

/** Searches the app from the box where somebody writes. */
export function searchApp(
  parts: CardActionParts,
  person: Person,
  asked: {
    readonly in: ConversationKind;
    readonly root?: string | undefined;
    readonly command: string;
    readonly parameter: string;
    readonly words: string;
    readonly skip: number;
  },
): Promise<ExtensionOutcome> {
  const { command, parameter, words, skip } = asked;
  // A box that was just opened asks without words, and says so.
  const first = words === "" ? { name: "initialRun", value: "true" } : undefined;
  return call(parts, person, "query", {
    at: conversationOf(person, asked),
    value: {
      commandId: command,
      parameters: [first ?? { name: parameter, value: words }],
      queryOptions: { skip, count: pageSize },
    },
  });
}

/** The card that the app makes of a link of its own; nothing for any other. */
export function unfurl(
  parts: CardActionParts,
  person: Person,
  asked: {
    readonly in: ConversationKind;
    readonly root?: string | undefined;
    readonly url: string;
  },
): Promise<ExtensionOutcome> {
  const at = conversationOf(person, asked);
  return call(parts, person, "queryLink", { at, value: { url: asked.url } });
}

/** Opens what the app makes of a message, or sends what the person made of it. */
export function actOnMessage(
  parts: CardActionParts,
  person: Person,
  {
    command,
    message,
    data,
  }: {
    readonly command: string;
    readonly message: Message;
    readonly data?: unknown;
  },
): Promise<ExtensionOutcome> {
  const at = { id: message.conversation, root: message.root ?? message.id };
  const value = {
    commandId: command,
    commandContext: "message",
    messagePayload: messagePayload(message),
    ...(data === undefined ? {} : { data }),
  };
  const name = data === undefined ? "fetchTask" : "submitAction";
  return call(parts, person, name, { at: placed(at), value });
}

/** As Teams describes a message to an app (learn.microsoft.com: messagePayload). */
function messagePayload(message: Message) {
  const { id, conversation, from, sent, text, root } = message;
  return {
    id,
    replyToId: root ?? null,
    createdDateTime: sent,
    deleted: false,
    importance: "normal",
    locale: "en-gb",
    linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(conversation)}/${id}?parentMessageId=${root ?? id}`,
    from: { user: { id: from.id, displayName: from.name, userIdentityType: "aadUser" } },
    body: { contentType: "html", content: `<div>${htmlOf(text)}</div>` },
    attachments: [],
    mentions: [],
    reactions: [],
  };
}

function htmlOf(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", "<br>");
}

function conversationOf(
  person: Person,
  { in: kind, root }: { readonly in: ConversationKind; readonly root?: string | undefined },
): string {
  if (kind === "personal") return chatId(person);
  return root === undefined ? channel.id : threadId(root);
}

function placed({ id, root }: ConversationAddress): string {
  return id === channel.id && root !== undefined ? threadId(root) : id;
}

/**
 * Calls the app. Where it asks to sign in, Teams answers by itself for searches and links; for the others the person signs
 * in in a window, which on this machine opens and closes at once. Either is done once.
 */
async function call(
  parts: CardActionParts,
  person: Person,
  name: Invoke,
  { at, value }: { readonly at: string; readonly value: object },
): Promise<ExtensionOutcome> {
  const send = (more: object = {}) => {
    const id = parts.store.nextMessageId();
    const sent = { id, at, name, value: { ...value, ...more } };
    return parts.bot.send(extensionActivity(parts.addressing, person, sent));
  };
  try {
    const first = await send();
    const asks = answer.safeParse(first.body).data?.composeExtension?.type;
    if (asks === "silentAuth") {
      return outcomeOf(await send({ authentication: await singleSignOn(parts, person) }));
    }
    if (asks !== "auth") return outcomeOf(first);
    parts.store.signIn(person.id, oauthConnection);
    return outcomeOf(await send({ state: "123456" }));
  } catch (cause) {
    if (cause instanceof AppUnreachable) return { kind: "message", text: cause.message };
    throw cause;
  }
}

/** True where the app asks that the person be signed in, with a window or without, and called again. */
export function asksAnExtensionsSignIn({ body }: AppAnswer): boolean {
  const asks = answer.safeParse(body).data?.composeExtension?.type;
  return asks === "silentAuth" || asks === "auth";
}

function outcomeOf({ status, body }: AppAnswer): ExtensionOutcome {
  const said = answer.safeParse(body).data;
  if (status >= 300 || !said) return { kind: "message", text: "The app did not answer." };
  return said.task ? ofTask(said.task) : ofResults(said.composeExtension);
}

type Said = z.infer<typeof answer>;

function ofTask(task: NonNullable<Said["task"]>): ExtensionOutcome {
  if (task.type === "message") return { kind: "message", text: task.value };
  const { title, card: shown } = task.value;
  return { kind: "dialog", title, card: shown.content };
}

function ofResults(said: Said["composeExtension"]): ExtensionOutcome {
  const { type, text, attachments = [] } = said ?? {};
  if (type === "message") return { kind: "message", text: text ?? "" };
  if (type === "auth" || type === "silentAuth")
    return { kind: "message", text: "The app did not accept the sign-in." };
  const items = z.array(result).parse(attachments);
  return {
    kind: "results",
    items: items.map(({ content, preview }) => ({
      title: textOf(preview.content.title),
      text: textOf(preview.content.text),
      card: content,
    })),
  };
}

/** A preview's texts are HTML; an app that does not escape them would show here as in Teams. */
function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
