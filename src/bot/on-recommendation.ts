import { z } from "zod";
import { recommendationCard } from "#cards/recommendation-card.ts";
import { showCard } from "./card-answer.ts";
import type { OnVerb } from "./handling.ts";

const named = z.object({ planId: z.int().positive(), recommendationId: z.int().positive() });

/** The recommendation as this person may see it now. */
export const onOpenRecommendation: OnVerb = async (handling, { press, stores, within }) => {
  const { planId, recommendationId } = named.parse(press.data);
  const [open, thread] = await within(
    Promise.all([
      stores.recommendations.open(planId, recommendationId),
      handling.threads.find(planId, recommendationId),
    ]),
  );
  const link = handling.links.recommendation(planId, recommendationId);
  const discuss = thread?.deepLink ?? "";
  return showCard(recommendationCard(open, { now: handling.now(), link, discuss, refreshFor: [] }));
};

/** Somebody wants to talk about it: its thread is there after this, and the card leads to it. */
export const onDiscuss: OnVerb = async (handling, { press, stores, within }) => {
  const { planId, recommendationId } = named.parse(press.data);
  // With their own rights first: whoever may not see the plan makes no thread in its channel.
  const open = await within(stores.recommendations.open(planId, recommendationId));
  const thread = await within(handling.threads.open(planId, recommendationId));
  const link = handling.links.recommendation(planId, recommendationId);
  const setting = { now: handling.now(), link, discuss: thread.deepLink, refreshFor: [] };
  return showCard(recommendationCard(open, setting));
};
