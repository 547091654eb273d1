import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { message, type Message } from "./message.ts";
import { type ChannelTab, channelTab, type NewTab } from "./page-settings.ts";

/** What Teams remembers: messages, who signed in to which connection, and what happened once. */
export interface TeamsStore {
  /** A new message's id: milliseconds since 1970 as Teams has them, never given twice. */
  nextMessageId(): string;
  /** Keeps a message, new or changed; answers it with its new version. */
  keep(changed: Omit<Message, "version">): Message;
  find(id: string): Message | undefined;
  /** All messages of a conversation, oldest first. */
  list(conversation: string): Message[];
  signIn(person: string, connection: string): void;
  signOut(person: string, connection: string): void;
  isSignedIn(person: string, connection: string): boolean;
  /** Adds a tab to the channel. */
  addTab(tab: NewTab): ChannelTab;
  changeTab(tab: ChannelTab): void;
  /** Tabs that people added, oldest first. */
  tabs(): ChannelTab[];
  /** Notes that something happened, to be asked after a restart. */
  note(fact: string): void;
  isNoted(fact: string): boolean;
  close(): void;
}

const schema = `
  pragma journal_mode = wal;
  create table if not exists messages (
    id text primary key, conversation text not null, version integer not null, content text not null);
  create index if not exists messages_by_conversation on messages (conversation, id);
  create table if not exists sign_ins (
    person text not null, connection text not null, primary key (person, connection));
  create table if not exists facts (fact text primary key);
  create table if not exists tabs (id integer primary key, content text not null);
`;

const row = z.object({ content: z.string() });
const tabRow = row.extend({ id: z.number() });

/** Opens `teams.sqlite` in the data folder; what was kept survives the end of the process. */
export function openTeamsStore(dataFolder: string): TeamsStore {
  const file = new DatabaseSync(join(dataFolder, "teams.sqlite"));
  file.exec(schema);
  let lastId = Number(newest(file, "id"));
  let lastVersion = Number(newest(file, "version"));
  const has = (sql: string, ...values: string[]) => file.prepare(sql).get(...values) !== undefined;

  return {
    nextMessageId() {
      lastId = Math.max(Date.now(), lastId + 1);
      return String(lastId);
    },
    keep(changed) {
      lastVersion += 1;
      const kept = { ...changed, version: lastVersion };
      file
        .prepare("insert or replace into messages values (?, ?, ?, ?)")
        .run(kept.id, kept.conversation, kept.version, JSON.stringify(kept));
      return kept;
    },
    find(id) {
      const found = file.prepare("select content from messages where id = ?").get(id);
      return found && readMessage(found);
    },
    list(conversation) {
      return file
        .prepare("select content from messages where conversation = ? order by id")
        .all(conversation)
        .map(readMessage);
    },
    signIn(person, connection) {
      file.prepare("insert or ignore into sign_ins values (?, ?)").run(person, connection);
    },
    signOut(person, connection) {
      file
        .prepare("delete from sign_ins where person = ? and connection = ?")
        .run(person, connection);
    },
    isSignedIn: (person, connection) =>
      has("select 1 from sign_ins where person = ? and connection = ?", person, connection),
    ...tabsIn(file),
    note(fact) {
      file.prepare("insert or ignore into facts values (?)").run(fact);
    },
    isNoted: (fact) => has("select 1 from facts where fact = ?", fact),
    close: () => file.close(),
  };
}

function readMessage(found: unknown): Message {
  return message.parse(JSON.parse(row.parse(found).content));
}

function tabsIn(file: DatabaseSync): Pick<TeamsStore, "addTab" | "changeTab" | "tabs"> {
  return {
    addTab(tab) {
      const insert = file.prepare("insert into tabs (content) values (?)");
      return { ...tab, id: String(insert.run(JSON.stringify(tab)).lastInsertRowid) };
    },
    changeTab({ id, ...tab }) {
      file.prepare("update tabs set content = ? where id = ?").run(JSON.stringify(tab), Number(id));
    },
    tabs: () => file.prepare("select id, content from tabs order by id").all().map(readTab),
  };
}

function readTab(found: unknown): ChannelTab {
  const { id, content } = tabRow.parse(found);
  const tab: unknown = JSON.parse(content);
  return channelTab.parse({ ...z.looseObject({}).parse(tab), id: String(id) });
}

function newest(file: DatabaseSync, column: "id" | "version"): unknown {
  return file.prepare(`select coalesce(max(${column}), 0) as newest from messages`).get()?.[
    "newest"
  ];
}
