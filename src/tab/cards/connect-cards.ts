import * as z from "zod/mini";
import type { Cards } from "./cards.ts";
import type { AskServer } from "./server-calls.ts";

/** The cards in the channel, where the app alone may post. */
export function connectCards(ask: AskServer, signIn: () => Promise<void>): Cards {
  return {
    post: async (planId, actionId) => {
      await ask(`${pathOf(planId, actionId)}/card`);
    },
    refresh: async (planId, actionId) => {
      await ask(`${pathOf(planId, actionId)}/changed`);
    },
    thread: async (planId, recommendationId) =>
      thread.parse(await ask(`/plans/${planId}/recommendations/${recommendationId}/thread`)),
    postMinutes: async (planId, meetingId) => {
      await ask(`/plans/${planId}/meetings/${meetingId}/minutes`);
    },
    signIn,
  };
}

const thread = z.object({ conversation: z.string(), message: z.string(), deepLink: z.url() });

function pathOf(planId: number, actionId: number): string {
  return `/plans/${planId}/actions/${actionId}`;
}
