import { z } from "zod";
import { RefusedError } from "#plan/errors.ts";
import { answerCommand } from "./answer-command.ts";
import { sayOnly, showCard } from "./card-answer.ts";
import { readCommand } from "./commands.ts";
import type { OnVerb } from "./handling.ts";
import { agencyCard, myCard, planOverdueCard } from "./lists.ts";

const ofPlan = z.object({ planId: z.int().positive() });
const ofAgency = ofPlan.extend({ agency: z.string().max(255) });
const ofOverdue = ofPlan.extend({ agency: z.string().max(255).catch("") });
const ask = z.object({ text: z.string().max(200) });

/** The list of whoever presses, in the list's place. */
export const onShowMine: OnVerb = async (handling, { press, stores, within }) =>
  showCard(await within(myCard(handling, stores, press.teamsId)));

export const onShowOverdue: OnVerb = async (handling, { press, stores, within }) => {
  const asked = ofOverdue.parse(press.data);
  return showCard(await within(planOverdueCard(handling, stores, asked)));
};

export const onShowToChallenge: OnVerb = async (handling, { press, stores, within }) =>
  showCard(await within(agencyCard(handling, stores, ofAgency.parse(press.data))));

/** Somebody who had to sign in first has done so: now what they asked for is answered in their chat. */
export const onAsk: OnVerb = async (handling, { press, stores, within }) => {
  const { text } = ask.parse(press.data);
  // What one person may see is posted where nobody else reads it.
  if (!press.personal) throw new RefusedError("Write to the app in a chat of your own.");
  const [newest] = await within(stores.plans.list());
  if (!newest) return sayOnly("There is no plan yet.");
  const { conversation, teamsId } = press;
  const asking = { command: readCommand(text), planId: newest.id, conversation, teamsId };
  handling.inBackground("answer after signing in", () => answerCommand(handling, stores, asking));
  return sayOnly("You are signed in. The answer comes below.");
};
