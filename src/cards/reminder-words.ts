import type { ReminderWish } from "#plan/reminders/when-to-remind.ts";

/** What somebody asked for, as they read it: "You get one message a week, not between 18:00 and 8:00." */
export function wishInWords({ off, quietFrom, quietUntil }: ReminderWish): string {
  if (off) return "Reminders are off: you get no weekly message.";
  const when =
    quietFrom === quietUntil
      ? "at any hour of a working day"
      : `on a working day, not between ${quietFrom}:00 and ${quietUntil}:00`;
  return `Reminders are on: one message a week where something waits for you, ${when}.`;
}
