import { MessageActivityInput } from "@microsoft/teams.api";
import { z } from "zod";
import { signInCard } from "#cards/sign-in-card.ts";
import { PlanError } from "#plan/errors.ts";
import { readAsked, type Asked } from "./asked-actions.ts";
import { adoptChannel } from "./adopt-channel.ts";
import type { PersonStores } from "./bot-options.ts";
import type { Handling } from "./handling.ts";
import { openAsked, postAll } from "./on-show-recommendation.ts";
import { say } from "./say.ts";
import { tokenOf } from "./sign-in.ts";

const message = z.object({
  text: z.string().catch(""),
  from: z.object({ id: z.string(), aadObjectId: z.string().catch("") }),
  conversation: z.object({ id: z.string(), conversationType: z.string().optional() }),
});

type Message = z.infer<typeof message>;

export const help =
  "Write the number of a recommendation, such as 2.1, and its actions come as cards; with an agency behind it, such as “2.1 Health”, only that agency’s.";

/** Answers what somebody wrote to the app; it never throws. */
export async function onMessage(handling: Handling, received: unknown): Promise<void> {
  const parsed = message.safeParse(received);
  if (!parsed.success) return;
  const { conversation } = parsed.data;
  try {
    await answer(handling, parsed.data);
  } catch (cause) {
    const incident = handling.newKey();
    const error = cause instanceof Error ? cause.name : "unknown";
    handling.log("warn", "message not answered", { incident, error });
    const words =
      cause instanceof PlanError
        ? cause.message
        : `Something went wrong on our side. If it happens again, tell the plan owner ${incident}.`;
    handling.inBackground("say what went wrong", () => say(handling.send, conversation.id, words));
  }
}

async function answer(handling: Handling, received: Message): Promise<void> {
  const { conversation } = received;
  const text = received.text.trim();
  const asked = readAsked(text);
  if (asked) return answerAsked(handling, received, asked);
  const words = /^use this channel[.!]?$/i.test(text)
    ? await adoptChannel(handling, { conversation, from: received.from })
    : /^(help|\?|)$/i.test(text)
      ? help
      : `That was not understood. ${help}`;
  await say(handling.send, conversation.id, words);
}

async function answerAsked(handling: Handling, received: Message, asked: Asked): Promise<void> {
  const { id, conversationType } = received.conversation;
  if (conversationType === "channel") return inChannel(handling, received, asked);
  if (conversationType === "personal") return inChat(handling, received, asked);
  return say(handling.send, id, "Write in the plan’s channel, or in a chat with this app alone.");
}

/** The plan's own channel sees the plan's cards, by the app's rights. No other conversation does. */
async function inChannel(handling: Handling, { conversation }: Message, asked: Asked) {
  const [channel] = conversation.id.split(";");
  const plan = (await handling.appStores.plans.list()).find((each) => each.channel === channel);
  if (plan) return postTo(handling, handling.appStores, { conversation, planId: plan.id, asked });
  const words = "No plan lives in this channel. Write in the plan’s channel, or in a chat.";
  return say(handling.send, conversation.id, words);
}

/** A chat sees what its person may see, so it needs their sign-in. The newest plan is meant. */
async function inChat(handling: Handling, { from, conversation }: Message, asked: Asked) {
  const [newest] = await handling.appStores.plans.list();
  if (!newest) return say(handling.send, conversation.id, "There is no plan yet.");
  const token = await tokenOf(handling, { teamsId: from.id, objectId: from.aadObjectId });
  if (token === undefined) {
    const link = handling.links.plan(newest.id);
    const card = signInCard({ planId: newest.id, ...asked, link });
    await handling.send(conversation.id, new MessageActivityInput("").addCard("adaptive", card));
    return undefined;
  }
  const stores = handling.storesFor(async () => token);
  return postTo(handling, stores, { conversation, planId: newest.id, asked });
}

async function postTo(
  handling: Handling,
  stores: PersonStores,
  to: { readonly conversation: { readonly id: string }; planId: number; asked: Asked },
): Promise<void> {
  const plan = await stores.plans.open(to.planId);
  const { opened, words } = await openAsked(stores, plan, to.asked);
  await say(handling.send, to.conversation.id, words);
  await postAll(handling, to.conversation.id, opened);
}
