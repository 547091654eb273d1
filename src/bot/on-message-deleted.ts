import { z } from "zod";
import type { Handling } from "./handling.ts";

const deleted = z.object({ id: z.string().min(1), conversation: z.object({ id: z.string() }) });

/**
 * Somebody deleted a message. A card of ours is not kept true any more; where it was the root of a recommendation's thread,
 * the next who wants to discuss gets a new one.
 */
export async function onMessageDeleted(handling: Handling, received: unknown): Promise<void> {
  const { data } = deleted.safeParse(received);
  if (!data) return;
  const { appStores, threads, log } = handling;
  const [channel] = data.conversation.id.split(";");
  const plan = (await appStores.plans.list()).find((each) => each.channel === channel);
  if (!plan) return;
  const gone = (await appStores.posts.ofPlan(plan.id)).filter(({ message }) => message === data.id);
  for (const post of gone) {
    await appStores.posts.forget(post);
    if (post.recommendationId !== undefined) await threads.forget(post);
    log("info", "card deleted", { planId: plan.id, message: post.message });
  }
}
