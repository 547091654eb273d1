import * as v from "valibot";
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
      v.parse(thread, await ask(`/plans/${planId}/recommendations/${recommendationId}/thread`)),
    postMinutes: async (planId, meetingId) => {
      await ask(`/plans/${planId}/meetings/${meetingId}/minutes`);
    },
    signIn,
  };
}

const thread = v.object({
  conversation: v.string(),
  message: v.string(),
  deepLink: v.pipe(v.string(), v.trim(), v.url()),
});

function pathOf(planId: number, actionId: number): string {
  return `/plans/${planId}/actions/${actionId}`;
}
