import { z } from "zod";
import { remindersCard } from "#cards/reminders-card.ts";
import { RefusedError } from "#plan/errors.ts";
import { type CardAnswer, showCard } from "./card-answer.ts";
import type { Handling, OnVerb } from "./handling.ts";
import { changeWish, type WishOfPerson, wishOf } from "./reminder-wish.ts";

const hour = z.coerce.number().int().min(0).max(23);
const asked = z.object({ wanted: z.enum(["on", "off"]), quietFrom: hour, quietUntil: hour });

/** What the person asked for about their reminders, to change. */
export const onShowReminders: OnVerb = async (handling, { stores, within }) =>
  shown(handling, await within(wishOf(handling, stores)), false);

/** Saves what they ask for now, as themselves. */
export const onSetReminders: OnVerb = async (handling, { press, stores, within }) => {
  const { success, data } = asked.safeParse(press.data);
  if (!success) throw new RefusedError("Choose whether you want reminders, and two whole hours.");
  const { wanted, ...hours } = data;
  const change = { off: wanted === "off", ...hours };
  return shown(handling, await within(changeWish(handling, stores, change)), true);
};

function shown({ links }: Handling, { wish, planId }: WishOfPerson, saved: boolean): CardAnswer {
  return showCard(remindersCard(wish, { link: links.plan(planId), saved }));
}
