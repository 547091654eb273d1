import { z } from "zod";
import { RefusedError } from "#plan/errors.ts";
import type { OpenAction, OpenPlan } from "#usecases/ports.ts";
import { askedActions, type Asked } from "./asked-actions.ts";
import type { PersonStores } from "./bot-options.ts";
import { sayOnly } from "./card-answer.ts";
import type { Handling, OnVerb } from "./handling.ts";

const request = z.object({
  planId: z.int().positive(),
  ref: z.string().min(1).max(12),
  agency: z.string().max(80).catch(""),
});

/** Somebody who had to sign in first has done so: now the cards they asked for are posted to their chat. */
export const onShowRecommendation: OnVerb = async (handling, { press, stores, within }) => {
  const { planId, ...asked } = request.parse(press.data);
  // What one person may see is posted where nobody else reads it.
  if (!press.personal) throw new RefusedError("Write to the app in a chat of your own.");
  const plan = await within(stores.plans.open(planId));
  const { opened, words } = await within(openAsked(stores, plan, asked));
  handling.inBackground("post cards", () => postAll(handling, press.conversation, opened));
  return sayOnly(words);
};

/** The actions asked for, opened with the rights of `stores`, and in words what is (not) there. */
export async function openAsked(
  stores: Pick<PersonStores, "actions">,
  plan: OpenPlan,
  asked: Asked,
): Promise<{ readonly opened: readonly OpenAction[]; readonly words: string }> {
  const found = askedActions(plan, asked);
  if ("problem" in found) return { opened: [], words: found.problem };
  const opened = await Promise.all(
    found.actions.map(({ id }) => stores.actions.open(plan.plan.id, id)),
  );
  const count = opened.length === 1 ? "1 action" : `${opened.length} actions`;
  const words = [`Recommendation ${found.recommendation.ref}: ${count}.`, found.remark ?? ""];
  return { opened, words: words.join(" ").trim() };
}

/** One after the other: they are read in the report's order, and Teams takes seven a second. */
export async function postAll(
  { cards }: Pick<Handling, "cards">,
  conversation: string,
  opened: readonly OpenAction[],
): Promise<void> {
  for (const open of opened) await cards.post(conversation, open);
}
