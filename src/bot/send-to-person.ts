import type { Client as ApiClient } from "@microsoft/teams.api";
import type { IAdaptiveCard } from "@microsoft/teams.cards";
import express from "express";
import type { BotConfiguration, Log } from "./bot-options.ts";
import { cardMessage } from "./card-message.ts";
import { membersOf } from "./refreshable-people.ts";
import { sdkApp } from "./sdk-app.ts";
import { sendAgain, statusOf } from "./send-again.ts";
import { SendQueue, type Send } from "./send-queue.ts";

/**
 * What became of a message to one person. `not-reachable`: they left, blocked the app or never had it, and trying again
 * will not help. `failed`: Teams could not be reached or was too busy, and nothing was sent. `unknown`: the connection was
 * lost while it was sent, so it may have arrived.
 */
export type Delivery =
  | { readonly state: "sent"; readonly conversation: string; readonly message: string }
  | { readonly state: "not-reachable"; readonly reason: string }
  | { readonly state: "failed"; readonly reason: string }
  | { readonly state: "unknown"; readonly reason: string };

export interface TeamsPerson {
  /** Teams' id, "29:…". */
  readonly teamsId: string;
  readonly objectId?: string | undefined;
  readonly name: string;
  /** "person@place.example"; missing where Teams does not tell, as of some guests. */
  readonly userPrincipalName?: string | undefined;
}

/** The app in Teams for a command, which answers nobody and only sends. */
export interface TeamsSender {
  /** Everybody in a channel's team, or in a chat. */
  peopleIn(conversation: string): Promise<readonly TeamsPerson[]>;
  sendToPerson(person: Pick<TeamsPerson, "teamsId">, card: IAdaptiveCard): Promise<Delivery>;
}

export function teamsSender(options: {
  readonly configuration: BotConfiguration;
  /** A token of the app itself for that scope. */
  readonly appToken: (scope: string) => Promise<string>;
  readonly log: Log;
}): TeamsSender {
  const app = sdkApp({ ...options, web: express() });
  // What may have arrived is never sent again: a reminder comes once.
  const queue = new SendQueue((conversation, activity) =>
    app.send(conversation, activity).catch(rethrowDoubt),
  );
  const teams = { api: app.api, send: queue.post, configuration: options.configuration };
  return {
    peopleIn: async (conversation) =>
      (await membersOf(app.api, conversation)).map((account) => ({
        teamsId: account.id,
        objectId: account.aadObjectId,
        name: account.name ?? "",
        userPrincipalName: account.userPrincipalName,
      })),
    sendToPerson: ({ teamsId }, card) => sendToPerson(teams, teamsId, card),
  };
}

/** Sends a card into somebody's own chat with the app, which is made where there is none yet. Never throws. */
export async function sendToPerson(
  {
    api,
    send,
    configuration,
  }: {
    readonly api: Pick<ApiClient, "conversations">;
    readonly send: Send;
    readonly configuration: Pick<BotConfiguration, "tenantId">;
  },
  teamsId: string,
  card: IAdaptiveCard,
): Promise<Delivery> {
  try {
    const { id: conversation } = await sendAgain(() =>
      api.conversations.create({
        members: [{ id: teamsId, name: "", role: "user" }],
        tenantId: configuration.tenantId,
      }),
    );
    const { id } = await send(conversation, cardMessage(card));
    return { state: "sent", conversation, message: id };
  } catch (cause) {
    return cause instanceof PerhapsSentError
      ? {
          state: "unknown",
          reason: "The connection was lost while it was sent. It may have arrived.",
        }
      : refusal(statusOf(cause));
  }
}

/** Teams took the message and did not say what became of it. */
class PerhapsSentError extends Error {}

/** Answers of something in between, of which nobody knows how far the message came. */
const inDoubt = new Set([500, 502, 504]);
/** What a request fails with that has reached nobody. */
const neverConnected = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"]);

function rethrowDoubt(cause: unknown): never {
  const status = statusOf(cause);
  const sure = status === undefined ? neverConnected.has(codeOf(cause)) : !inDoubt.has(status);
  throw sure ? cause : new PerhapsSentError("No answer came to a message.", { cause });
}

/** "ECONNREFUSED" and such, which stands on the error or on what caused it; empty where it has none. */
function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  return "code" in cause && typeof cause.code === "string" ? cause.code : codeOf(cause.cause);
}

/** learn.microsoft.com, Send proactive messages: 403 blocked or not installed, 404 no such person or chat. */
function refusal(status: number | undefined): Delivery {
  if (status === 403) {
    return {
      state: "not-reachable",
      reason: "They blocked the app, or it may not write to them.",
    };
  }
  if (status === 400 || status === 404) {
    return { state: "not-reachable", reason: "Teams does not know them any more." };
  }
  const reason = status ? `Teams refused the message (${status}).` : "Teams could not be reached.";
  return { state: "failed", reason };
}
