import type { ReminderWish } from "#plan/reminders/when-to-remind.ts";
import { readAsked, type Asked } from "./asked-actions.ts";

/** What somebody can write to the app. */
export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "use-channel" }
  | { readonly kind: "mine" }
  | { readonly kind: "overdue" }
  | { readonly kind: "challenge"; readonly agency: string }
  | { readonly kind: "discuss"; readonly ref: string }
  | ({ readonly kind: "actions" } & Asked)
  | { readonly kind: "reminders"; readonly change: Partial<ReminderWish> }
  | { readonly kind: "unknown" };

/** What can be written, in words for whoever asks or was not understood. */
export const help = [
  "Write the number of a recommendation, such as 2.1, and its actions come as cards; with an agency behind it, such as “2.1 Health”, only that agency’s.",
  "“mine”: what waits for you.",
  "“overdue”: what is past its date.",
  "“challenge Health”: what is asked of an agency, and what could be.",
  "“discuss 2.1”: the thread of a recommendation.",
  "“reminders off”, “reminders on”, “quiet 18:00-08:00”: whether and when you get your weekly message.",
].join("\n");

/** Reads what was written to the app; a mention of the app is out of it already. */
export function readCommand(written: string): Command {
  const text = written.trim().replace(/\s+/g, " ");
  const [word = "", ...rest] = text.split(" ");
  const behind = rest.join(" ").replace(/[.!?]+$/, "");
  if (/^use this channel[.!]?$/i.test(text)) return { kind: "use-channel" };
  if (/^(help|\?|)$/i.test(text)) return { kind: "help" };
  if (/^mine[.!]?$/i.test(text)) return { kind: "mine" };
  if (/^overdue[.!]?$/i.test(text)) return { kind: "overdue" };
  if (/^challenge$/i.test(word)) return { kind: "challenge", agency: behind.slice(0, 80) };
  if (/^discuss$/i.test(word)) return { kind: "discuss", ref: behind.slice(0, 12) };
  const change = readWish(text);
  if (change) return { kind: "reminders", change };
  const asked = readAsked(text);
  return asked ? { kind: "actions", ...asked } : { kind: "unknown" };
}

const quiet =
  /^quiet (?:from )?(?<from>\d{1,2})(?::00)? ?(?:-|–|to|until) ?(?<until>\d{1,2})(?::00)?[.!]?$/i;

/** What is asked for about reminders: whole hours of the day. Undefined for anything else. */
function readWish(text: string): Partial<ReminderWish> | undefined {
  const { off } = /^reminders?(?: (?<off>on|off|))?[.!]?$/i.exec(text)?.groups ?? {};
  if (off) return { off: off.toLowerCase() === "off" };
  if (/^reminders?[.!]?$/i.test(text)) return {};
  if (/^quiet off[.!]?$/i.test(text)) return { quietFrom: 0, quietUntil: 0 };
  const { from, until } = quiet.exec(text)?.groups ?? {};
  const [quietFrom, quietUntil] = [hourOf(from), hourOf(until)];
  return quietFrom === undefined || quietUntil === undefined
    ? undefined
    : { quietFrom, quietUntil };
}

/** Midnight may be written as 24. */
function hourOf(written: string | undefined): number | undefined {
  const hour = Number(written);
  return hour <= 24 ? hour % 24 : undefined;
}
