import { z } from "zod";
import type { Post } from "#usecases/card-ports.ts";
import { channelOf } from "./channel-of.ts";
import type { Handling } from "./handling.ts";

const changed = z.object({ id: z.string().min(1), conversation: z.object({ id: z.string() }) });

/**
 * Somebody deleted a message. A card of ours is not kept true any more; where it was the root of a recommendation's thread,
 * the next who wants to discuss gets a new one.
 */
export async function onMessageDeleted(handling: Handling, received: unknown): Promise<void> {
  const { appStores, threads, log } = handling;
  const place = await placeIn(handling, received);
  if (!place) return;
  for (const post of await postsAt(handling, place)) {
    await appStores.posts.forget(post);
    if (post.recommendationId !== undefined) await threads.forget(post);
    log("info", "card deleted", { planId: post.planId, message: post.message });
  }
}

/** A message was edited, or brought back from having been deleted: where it is a card of ours, it says again what is true. */
export async function onMessageChanged(handling: Handling, received: unknown): Promise<void> {
  const { appStores, cards, threads } = handling;
  const place = await placeIn(handling, received);
  if (!place) return;
  const { back, standing } = await appStores.posts.bringBack(place.planId, place.message);
  for (const post of back) await threads.restore(post);
  for (const post of [...back, ...standing]) await cards.putRight(post);
}

interface Place {
  readonly planId: number;
  /** The message's id. */
  readonly message: string;
}

/** Which message it is in which plan's channel; undefined where no plan lives there. */
async function placeIn({ appStores }: Handling, received: unknown): Promise<Place | undefined> {
  const { data } = changed.safeParse(received);
  if (!data) return undefined;
  const channel = channelOf(data.conversation.id);
  const plan = (await appStores.plans.list()).find((each) => each.channel === channel);
  return plan && { planId: plan.id, message: data.id };
}

/** Cards of ours in that very message; none in nearly all. */
async function postsAt(
  { appStores }: Handling,
  { planId, message }: Place,
): Promise<readonly Post[]> {
  return (await appStores.posts.ofPlan(planId)).filter((post) => post.message === message);
}
