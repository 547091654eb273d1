import { z } from "zod";
import type { Post } from "#usecases/card-ports.ts";
import type { Handling } from "./handling.ts";

const changed = z.object({ id: z.string().min(1), conversation: z.object({ id: z.string() }) });

/**
 * Somebody deleted a message. A card of ours is not kept true any more; where it was the root of a recommendation's thread,
 * the next who wants to discuss gets a new one.
 */
export async function onMessageDeleted(handling: Handling, received: unknown): Promise<void> {
  const { appStores, threads, log } = handling;
  for (const post of await postsOf(handling, received)) {
    await appStores.posts.forget(post);
    if (post.recommendationId !== undefined) await threads.forget(post);
    log("info", "card deleted", { planId: post.planId, message: post.message });
  }
}

/** A message was edited, or brought back from having been deleted: where it is a card of ours, it says again what is true. */
export async function onMessageChanged(handling: Handling, received: unknown): Promise<void> {
  const { appStores, cards, threads } = handling;
  const { data } = changed.safeParse(received);
  const plan = data && (await planIn(handling, data.conversation.id));
  if (!plan) return;
  const back = await appStores.posts.bringBack(plan.id, data.id);
  for (const post of back) await threads.restore(post);
  for (const post of await postsOf(handling, received)) await cards.putRight(post);
}

/** Cards of ours in that very message; none in nearly all. */
async function postsOf(handling: Handling, received: unknown): Promise<readonly Post[]> {
  const { data } = changed.safeParse(received);
  const plan = data && (await planIn(handling, data.conversation.id));
  if (!plan) return [];
  const posts = await handling.appStores.posts.ofPlan(plan.id);
  return posts.filter(({ message }) => message === data.id);
}

async function planIn({ appStores }: Handling, conversation: string) {
  const [channel] = conversation.split(";");
  return (await appStores.plans.list()).find((each) => each.channel === channel);
}
