import type { Express } from "express";
import type { MeetingStore } from "#usecases/ports/meetings.ts";
import type { ChannelStore, MemberStore } from "#usecases/ports/members.ts";
import type { ActionStore, PlanStore } from "#usecases/ports/plans.ts";
import type { RecordStore } from "#usecases/ports/record.ts";
import type {
  ChangeFeed,
  PostStore,
  RecommendationStore,
  ThreadStore,
} from "#usecases/card-ports.ts";
import type { ReminderStore, WishStore } from "#usecases/send-reminders.ts";

export interface BotConfiguration {
  /** Entra client id of the bot, which no tab token has as its audience. */
  readonly clientId: string;
  readonly tenantId: string;
  /** Where the keys of the Bot Framework are published; ends in `/openidconfiguration`. */
  readonly openIdMetadataUrl: string;
  /** Who signs what Teams sends: `https://api.botframework.com` in the public cloud. */
  readonly tokenIssuer: string;
  /** `host` or `host:port` that an activity may name as its service. */
  readonly serviceHosts: readonly string[];
  /** Where the bot sends to. What an activity names is checked, and never sent to. */
  readonly serviceUrl: string;
  readonly tokenServiceUrl: string;
  /** Entra's address, `https://login.microsoftonline.com` in production. */
  readonly loginEndpoint: string;
  /** The OAuth connection whose tokens are for SharePoint. */
  readonly oauthConnection: string;
}

/** The plan as one person may see and change it. */
export interface PersonStores {
  readonly plans: PlanStore;
  readonly actions: ActionStore;
  readonly recommendations: RecommendationStore;
  readonly record: RecordStore;
  readonly wishes: WishStore;
}

/** The plan as the app sees it, for what has no person behind it. */
export interface AppStores extends PersonStores {
  readonly posts: PostStore;
  readonly members: MemberStore;
  readonly channels: ChannelStore;
  readonly threads: ThreadStore;
  readonly changes: ChangeFeed;
  readonly meetings: Pick<MeetingStore, "open" | "record">;
  readonly reminders: Pick<ReminderStore, "wishes">;
}

export interface Links {
  /** The deep link that opens the tab at an action. */
  action(planId: number, actionId: number): string;
  recommendation(planId: number, recommendationId: number): string;
  plan(planId: number): string;
  /** The deep link that opens a channel's thread by its first message. */
  thread(channel: string, message: string): string;
  /** What one of the links of the tab leads to; undefined for any other address. */
  read(url: string): LinkedPlace | undefined;
}

/** A place of the tab that a link names. */
export interface LinkedPlace {
  readonly planId?: number | undefined;
  readonly actionId?: number | undefined;
  readonly recommendationId?: number | undefined;
}

/** Something worth a line in the log: names and ids, never a text of the plan. */
export type Log = (
  level: "error" | "warn" | "info",
  event: string,
  ids?: Readonly<Record<string, string | number | undefined>>,
) => void;

export interface BotOptions {
  readonly web: Express;
  readonly configuration: BotConfiguration;
  /** A token of the app itself for that scope. */
  readonly appToken: (scope: string) => Promise<string>;
  /** The token of a person; asked for a fresh one where SharePoint refused the last. */
  readonly storesFor: (token: (fresh?: boolean) => Promise<string>) => PersonStores;
  readonly appStores: AppStores;
  readonly links: Links;
  /** A new UUID. */
  readonly newKey: () => string;
  readonly now: () => Date;
  readonly log: Log;
}
