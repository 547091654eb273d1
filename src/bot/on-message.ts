import { createHash } from "node:crypto";
import { z } from "zod";
import { signInCard } from "#cards/sign-in-card.ts";
import { PlanError } from "#plan/errors.ts";
import { channelOf } from "./channel-of.ts";
import { adoptChannel } from "./adopt-channel.ts";
import { answerCommand } from "./answer-command.ts";
import { cardMessage } from "./card-message.ts";
import type { Command } from "./command.ts";
import { help, readCommand } from "./commands.ts";
import type { Handling } from "./handling.ts";
import { say } from "./say.ts";
import { tokenOf } from "./sign-in.ts";

const message = z.object({
  id: z.string().catch(""),
  text: z.string().catch(""),
  from: z.object({ id: z.string(), aadObjectId: z.string().catch("") }),
  conversation: z.object({ id: z.string(), conversationType: z.string().optional() }),
});

type Message = z.infer<typeof message>;

/** What is answered without a look at any plan. */
const ready: Partial<Record<Command["kind"], string>> = {
  help,
  thanks: "You’re welcome. Write “help” for what you can ask.",
  unknown: `Sorry, that was not understood. You can write:\n${help}`,
};

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
  const { conversation, from, text } = received;
  const command = readCommand(text);
  if (command.kind === "use-channel") {
    return say(
      handling.send,
      conversation.id,
      await adoptChannel(handling, { conversation, from }),
    );
  }
  const said = ready[command.kind];
  if (said !== undefined) return say(handling.send, conversation.id, said);
  // Teams sends again what it believes lost, perhaps to another process.
  if (!(await handling.appStores.posts.first(nameOf(received)))) return undefined;
  const { conversationType } = conversation;
  if (conversationType === "channel") return inChannel(handling, received, command);
  if (conversationType === "personal") return inChat(handling, received, command);
  const words = "Write in the plan’s channel, or in a chat with this app alone.";
  return say(handling.send, conversation.id, words);
}

/** The plan's own channel sees the plan's cards, by the app's rights. No other conversation does. */
async function inChannel(handling: Handling, { conversation }: Message, command: Command) {
  const { appStores, send } = handling;
  const channel = channelOf(conversation.id);
  const plan = (await appStores.plans.list()).find((each) => each.channel === channel);
  if (!plan) {
    const words = "No plan lives in this channel. Write in the plan’s channel, or in a chat.";
    return say(send, conversation.id, words);
  }
  if (command.kind === "mine" || command.kind === "reminders") {
    const words = `What is your own comes in a chat with this app: write “${command.kind}” there.`;
    return say(send, conversation.id, words);
  }
  return answerCommand(handling, appStores, {
    command,
    planId: plan.id,
    conversation: conversation.id,
    teamsId: "",
  });
}

/** A chat sees what its person may see, so it needs their sign-in. The newest plan is meant. */
async function inChat(handling: Handling, { from, conversation, text }: Message, command: Command) {
  const [newest] = await handling.appStores.plans.list();
  if (!newest) return say(handling.send, conversation.id, "There is no plan yet.");
  const token = await tokenOf(handling, { teamsId: from.id, objectId: from.aadObjectId });
  if (token === undefined) {
    const card = signInCard({ text: text.trim(), link: handling.links.plan(newest.id) });
    await handling.send(conversation.id, cardMessage(card));
    return undefined;
  }
  const to = { planId: newest.id, conversation: conversation.id, teamsId: from.id };
  return answerCommand(
    handling,
    handling.storesFor(async () => token),
    { command, ...to },
  );
}

function nameOf({ id, conversation }: Message): string {
  const name = createHash("sha256").update(`${conversation.id} ${id}`).digest("hex");
  return `message-${name.slice(0, 40)}`;
}
