import { recommendationCard } from "#cards/recommendation-card.ts";
import { plain } from "#cards/plain.ts";
import { remindersCard } from "#cards/reminders-card.ts";
import { NotFoundError } from "#plan/errors.ts";
import type { ReminderWish } from "#plan/reminders/when-to-remind.ts";
import type { OpenAction, OpenPlan } from "#usecases/ports/plans.ts";
import { askedActions, type Asked } from "./asked-actions.ts";
import type { PersonStores } from "./bot-options.ts";
import { cardMessage } from "./card-message.ts";
import { help, type Command } from "./commands.ts";
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
  const { command, planId, conversation, teamsId } = asking;
  switch (command.kind) {
    case "mine":
      return sendCard(handling, conversation, await myCard(handling, stores, teamsId));
    case "overdue":
      return sendCard(handling, conversation, await planOverdueCard(handling, stores, planId));
    case "challenge":
      return sendCard(
        handling,
        conversation,
        await agencyCard(handling, stores, { planId, agency: command.agency }),
      );
    case "discuss":
      return sendThread(handling, stores, { ...asking, ref: command.ref });
    case "actions":
      return sendActions(handling, stores, { ...asking, asked: command });
    case "reminders":
      return sendReminderWish(handling, stores, { conversation, change: command.change });
    case "help":
    case "unknown":
    case "use-channel":
      return say(handling.send, conversation, help);
  }
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
  const words = [`Recommendation ${found.recommendation.ref}: ${count}.`, found.remark ?? ""];
  return { opened, words: words.join(" ").trim() };
}
