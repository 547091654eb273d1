import { z } from "zod";
import {
  cardOutcome,
  extensionOutcome,
  message,
  type CardAction,
  type CardOutcome,
  type ExtensionOutcome,
  type Message,
} from "../message.ts";
import {
  channelTab,
  nestedToken,
  pageSettings,
  personChoice,
  type ChannelTab,
  type NestedToken,
  type NestedTokenAsked,
  type NewTab,
  type PageSettings,
  type PersonChoice,
} from "../page-settings.ts";
import type { ConversationKind } from "../team.ts";

const announcement = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("message"), message }),
  z.object({ kind: z.literal("tab"), tab: channelTab }),
  z.object({ kind: z.literal("notice"), text: z.string().optional() }),
]);

type Announcement = z.infer<typeof announcement>;

interface Listener {
  readonly opened: () => void;
  readonly lost: () => void;
  readonly news: (news: Announcement) => void;
}

export interface Written {
  readonly text: string;
  /** The first message of the thread it replies in. */
  readonly root?: string | undefined;
  readonly card?: Record<string, unknown> | undefined;
}

export interface Search {
  readonly command: string;
  readonly parameter: string;
  readonly words: string;
  readonly skip: number;
  readonly root?: string | undefined;
}

export interface MessageAction {
  readonly command: string;
  readonly message: string;
  readonly data?: Record<string, unknown> | undefined;
}

/** The local Teams, asked in one person's name. Each call throws an Error with words for people. */
const refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** With a code for programs: `interaction_required`. */
export class RefusedByTeams extends Error {
  readonly code: string;

  constructor(code: string, words: string) {
    super(words);
    this.code = code;
  }
}

export interface Server {
  settings(): Promise<PageSettings>;
  messages(kind: ConversationKind): Promise<Message[]>;
  write(kind: ConversationKind, written: Written): Promise<Message>;
  /** Asks the app's search. */
  search(kind: ConversationKind, asked: Search): Promise<ExtensionOutcome>;
  /** Opens what the app makes of a message; with `data`, sends what the person made of it. */
  messageAction(asked: MessageAction): Promise<ExtensionOutcome>;
  press(press: CardAction): Promise<CardOutcome>;
  addTab(tab: NewTab): Promise<ChannelTab>;
  /** Sets one up anew, which keeps its name. */
  changeTab(id: string, tab: NewTab): Promise<ChannelTab>;
  token(asked: NestedTokenAsked): Promise<NestedToken>;
  /** Tells what happens while the page can be seen; `opened` and `lost` say how the line is. */
  listen(on: Listener): void;
}

/** Everybody one can be, with the groups they are in. */
export function allPeople(): Promise<PersonChoice[]> {
  return ask("/api/people", z.array(personChoice));
}

export function serverAs(person: string): Server {
  const base = `/as/${person}/api`;
  return {
    settings: () => ask(`${base}/settings`, pageSettings),
    messages: (kind) => ask(`${base}/messages?in=${kind}`, z.array(message)),
    write: (kind, written) => ask(`${base}/messages`, message, { in: kind, ...written }),
    search: (kind, asked) =>
      ask(`${base}/extension/search`, extensionOutcome, { in: kind, ...asked }),
    messageAction: (asked) => ask(`${base}/extension/action`, extensionOutcome, asked),
    press: (press) => ask(`${base}/card-actions`, cardOutcome, press),
    addTab: (tab) => ask(`${base}/tabs`, channelTab, tab),
    changeTab: (id, tab) => ask(`${base}/tabs/${id}`, channelTab, tab),
    token: (asked) => ask(`${base}/token`, nestedToken, asked),
    listen: (listener) => followEvents(`${base}/events`, listener),
  };
}

/**
 * A hidden page lets go of its line: a browser has six to one server, and each person's window needs
 * one. Seen again, it opens the line and reads what it missed.
 */
function followEvents(address: string, { opened, lost, news }: Listener): void {
  let source: EventSource | undefined;
  const follow = () => {
    source?.close();
    source = undefined;
    if (document.hidden) return;
    source = new EventSource(address);
    source.addEventListener("open", opened);
    source.addEventListener("error", lost);
    source.addEventListener("message", (event) => {
      news(announcement.parse(JSON.parse(String(event.data))));
    });
  };
  document.addEventListener("visibilitychange", follow);
  follow();
}

async function ask<T>(address: string, shape: z.ZodType<T>, body?: unknown): Promise<T> {
  const answer = await fetch(address, {
    method: body === undefined ? "GET" : "POST",
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  }).catch((cause: unknown) => {
    throw new Error("The local Teams does not answer. Is it still running?", { cause });
  });
  const read: unknown = await answer.json();
  if (answer.ok) return shape.parse(read);
  const refused = refusal.safeParse(read);
  if (refused.success)
    throw new RefusedByTeams(refused.data.error.code, refused.data.error.message);
  throw new Error(`The local Teams answered ${answer.status}.`);
}
