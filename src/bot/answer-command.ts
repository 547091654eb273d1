import { recommendationCard } from "#cards/recommendation-card.ts";
import { plain } from "#cards/plain.ts";
import { remindersCard } from "#cards/reminders-card.ts";
import { NotFoundError } from "#plan/errors.ts";
import type { ReminderWish } from "#plan/reminders/when-to-remind.ts";
import type { OpenAction, OpenPlan } from "#usecases/ports/plans.ts";
import { askedActions, type Asked } from "./asked-actions.ts";
import type { PersonStores } from "./bot-options.ts";
import { cardMessage } from "./card-message.ts";
import type { Command } from "./command.ts";
import { help } from "./commands.ts";
import type { Handling } from "./handling.ts";
import { agencyCard, myCard, planOverdueCard } from "./lists.ts";
import { changeWish, wishOf } from "./reminder-wish.ts";
import { say } from "./say.ts";

export interface Asking {
  readonly command: Command;
  readonly planId: number;
  readonly conversation: string;
  /** Who asks; empty where it is asked for everybody who reads the conversation. */
  readonly teamsId: string;
}

type Stores = Pick<PersonStores, "plans" | "actions" | "record" | "recommendations" | "wishes">;

/** Answers a command in its conversation, with the rights of `stores`. Throws what they throw. */
export async function answerCommand(
  handling: Handling,
  stores: Stores,
  asking: Asking,
): Promise<void> {
  const { command, conversation } = asking;
  const list = await listOf(handling, stores, asking);
  if (list) return sendCard(handling, conversation, list);
  if (command.kind === "discuss")
    return sendThread(handling, stores, { ...asking, ref: command.ref });
  if (command.kind === "actions")
    return sendActions(handling, stores, { ...asking, asked: command });
  if (command.kind === "reminders") {
    return sendReminderWish(handling, stores, { conversation, change: command.change });
  }
  return say(handling.send, conversation, help);
}

/** What is answered with a list; undefined where it is answered with something else. */
async function listOf(handling: Handling, stores: Stores, { command, planId, teamsId }: Asking) {
  if (command.kind === "mine") return myCard(handling, stores, teamsId);
  if (command.kind !== "overdue" && command.kind !== "challenge") return undefined;
  const asked = { planId, agency: command.agency };
  return command.kind === "overdue"
    ? planOverdueCard(handling, stores, asked)
    : agencyCard(handling, stores, asked);
}

async function sendCard(
  { send }: Handling,
  conversation: string,
  card: Parameters<typeof cardMessage>[0],
): Promise<void> {
  await send(conversation, cardMessage(card));
}

/** What they asked for about reminders, changed where they asked for a change, as a card to change it again. */
async function sendReminderWish(
  handling: Handling,
  stores: Stores,
  {
    conversation,
    change,
  }: { readonly conversation: string; readonly change: Partial<ReminderWish> },
): Promise<void> {
  const saved = Object.keys(change).length > 0;
  const { wish, planId } = saved
    ? await changeWish(handling, stores, change)
    : await wishOf(handling, stores);
  const link = handling.links.plan(planId);
  await sendCard(handling, conversation, remindersCard(wish, { link, saved }));
}

async function sendThread(
  handling: Handling,
  stores: Stores,
  { planId, ref, conversation }: Asking & { readonly ref: string },
): Promise<void> {
  const plan = await stores.plans.open(planId);
  const found = plan.recommendations.find((each) => each.ref.trim() === ref.trim());
  if (!found) {
    const which = ref ? `This plan has no recommendation ${plain(ref, 12)}.` : "Which one?";
    throw new NotFoundError(`${which} Write “discuss” and its number, such as “discuss 2.1”.`);
  }
  const thread = await handling.threads.open(planId, found.id);
  const open = await stores.recommendations.open(planId, found.id);
  const link = handling.links.recommendation(planId, found.id);
  const card = recommendationCard(open, { now: handling.now(), link, discuss: thread.deepLink });
  await sendCard(handling, conversation, card);
}

async function sendActions(
  handling: Handling,
  stores: Stores,
  { planId, conversation, asked }: Asking & { readonly asked: Asked },
): Promise<void> {
  const plan = await stores.plans.open(planId);
  const { opened, words } = await openAsked(stores, plan, asked);
  await say(handling.send, conversation, words);
  // One after the other: they are read in the report's order.
  for (const open of opened) await handling.cards.post(conversation, open);
}

/** The actions asked for, opened with the rights of `stores`, and in words what is (not) there. */
async function openAsked(
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
  const words = [`Recommendation ${found.recommendation.ref}: ${count}.`, found.remark];
  return { opened, words: words.join(" ").trim() };
}
