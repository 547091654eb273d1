import { people, type Person } from "../people.ts";
import type { Announcements } from "./announcements.ts";
import type { Message } from "./message.ts";
import { RequestRefused } from "./request-refused.ts";
import { channel, chatId, type ConversationAddress, type ConversationKind } from "./team.ts";
import type { TeamsStore } from "./teams-store.ts";

/** What an app or a person says: words, cards or both. */
export interface Content {
  readonly text: string;
  readonly cards: readonly Record<string, unknown>[];
}

export interface ConversationParts {
  readonly store: TeamsStore;
  readonly announcements: Announcements;
  readonly app: { readonly id: string; readonly name: string };
}

/** The messages of the channel and the chats: every change is kept, then told to open pages. */
export interface Conversations {
  list(person: Person, kind: ConversationKind): Message[];
  /** A message that this person may see; throws `RequestRefused` (404) for any other id. */
  visibleTo(person: Person, id: string): Message;
  postAsPerson(person: Person, at: ConversationAddress, content: Content): Message;
  postAsApp(at: ConversationAddress, content: Content): Message;
  changeAsApp(at: ConversationAddress, id: string, content: Content): Message;
  deleteAsApp(at: ConversationAddress, id: string): void;
  /** Says under a message why the app did not get it. */
  reportProblem(id: string, problem: string): void;
}

export function conversations({ store, announcements, app }: ConversationParts): Conversations {
  const sender = { ...app, isApp: true };

  function keep(changed: Omit<Message, "version">): Message {
    const kept = store.keep(changed);
    announcements.announce({ kind: "message", message: kept });
    return kept;
  }

  function post(at: ConversationAddress, from: Message["from"], content: Content): Message {
    checkAddress(store, at);
    return keep({
      id: store.nextMessageId(),
      conversation: at.id,
      ...(at.root === undefined ? {} : { root: at.root }),
      from,
      sent: new Date().toISOString(),
      text: content.text,
      cards: [...content.cards],
      deleted: false,
      edited: false,
    });
  }

  return {
    list: (person, kind) => store.list(kind === "channel" ? channel.id : chatId(person)),
    visibleTo(person, id) {
      const found = store.find(id);
      if (found && !found.deleted && maySee(person, found)) return found;
      throw noSuchMessage();
    },
    postAsPerson: (person, at, content) =>
      post(at, { id: person.mri, name: person.name, isApp: false }, content),
    postAsApp: (at, content) => post(at, sender, content),
    changeAsApp(at, id, { text, cards }) {
      return keep({ ...appsMessage(store, at, id), text, cards: [...cards], edited: true });
    },
    deleteAsApp(at, id) {
      keep({ ...appsMessage(store, at, id), text: "", cards: [], deleted: true });
    },
    reportProblem(id, problem) {
      const found = store.find(id);
      if (found) keep({ ...found, problem });
    },
  };
}

/** The channel is everybody's, a chat is one person's. */
export function maySee(person: Person, { conversation }: Message): boolean {
  return conversation === channel.id || conversation === chatId(person);
}

function checkAddress(store: TeamsStore, { id, root }: ConversationAddress): void {
  if (id !== channel.id && !people.some((person) => chatId(person) === id))
    throw new RequestRefused(404, "ConversationNotFound", "There is no such conversation.");
  if (root === undefined) return;
  const first = store.find(root);
  if (first?.conversation !== id || first.root !== undefined) throw noSuchMessage();
}

function appsMessage(store: TeamsStore, at: ConversationAddress, id: string): Message {
  const found = store.find(id);
  if (found?.conversation !== at.id || found.deleted) throw noSuchMessage();
  if (!found.from.isApp)
    throw new RequestRefused(403, "Forbidden", "An app may change its own messages only.");
  return found;
}

function noSuchMessage(): RequestRefused {
  return new RequestRefused(404, "ActivityNotFoundInConversation", "There is no such message.");
}
