import type { ReminderWish } from "#plan/reminders/when-to-remind.ts";
import { readAsked } from "./asked-actions.ts";
import type { Command } from "./command.ts";
import { bare, readPhrase, refIn, tidied } from "./phrase.ts";

/** What can be written, in words for whoever asks or was not understood. */
export const help = [
  "Write the number of a recommendation, such as 2.1, and its actions come as cards; with an agency behind it, such as “2.1 Health”, only that agency’s.",
  "“mine”: what waits for you.",
  "“overdue”: what is past its date; with an agency behind it, such as “overdue Health”, only that agency’s.",
  "“challenge Health”: what is asked of an agency, and what could be.",
  "“discuss 2.1”: the thread of a recommendation.",
  "“reminders off”, “reminders on”, “quiet 18:00-08:00”: whether and when you get your weekly message.",
].join("\n");

/**
 * Reads what was written to the app, HTML or plain; a mention of the app is out of it already. What is no command as `help`
 * names them is read for what it most likely asks: nobody in a call looks a grammar up.
 */
export function readCommand(written: string): Command {
  const text = tidied(written);
  return readExactly(text) ?? readPhrase(text) ?? { kind: "unknown" };
}

const words: readonly (readonly [RegExp, Command])[] = [
  [/^(please )?use this channel( please)?[.!]?$/i, { kind: "use-channel" }],
  [/^(help|\?|)$/i, { kind: "help" }],
  [/^mine[.!?]?$/i, { kind: "mine" }],
  [/^overdue[.!?]?$/i, { kind: "overdue", agency: "" }],
];

function readExactly(text: string): Command | undefined {
  const exact = words.find(([pattern]) => pattern.test(text));
  if (exact) return exact[1];
  const [word = "", ...rest] = text.split(" ");
  const behind = bare(rest.join(" "));
  if (/^challenge$/i.test(word)) return { kind: "challenge", agency: behind };
  if (/^discuss$/i.test(word)) {
    return { kind: "discuss", ref: refIn(behind)?.ref ?? behind.slice(0, 12) };
  }
  const change = readWish(text);
  return change ? { kind: "reminders", change } : readRef(text);
}

function readRef(text: string): Command | undefined {
  const asked = readAsked(text);
  // "2 .1" is a number written with a space, and no agency called ".1".
  if (!asked || /^[.,\d]/.test(asked.agency)) return undefined;
  return { kind: "actions", ref: asked.ref, agency: bare(asked.agency) };
}

const quiet =
  /^quiet (?:hours? )?(?:from |between )?(?<from>\d{1,2})(?::00)? ?(?<fromHalf>[ap]m)? ?(?:-|–|to|till|until|and) ?(?<until>\d{1,2})(?::00)? ?(?<untilHalf>[ap]m)?[.!]?$/i;

/** What is asked for about reminders: whole hours of the day. Undefined for anything else. */
function readWish(text: string): Partial<ReminderWish> | undefined {
  const { off } = /^reminders?(?: (?<off>on|off|))?[.!]?$/i.exec(text)?.groups ?? {};
  if (off) return { off: off.toLowerCase() === "off" };
  if (/^reminders?[.!]?$/i.test(text)) return {};
  if (/^quiet off[.!]?$/i.test(text)) return { quietFrom: 0, quietUntil: 0 };
  const { from, fromHalf, until, untilHalf } = quiet.exec(text)?.groups ?? {};
  const [quietFrom, quietUntil] = [hourOf(from, fromHalf), hourOf(until, untilHalf)];
  return quietFrom === undefined || quietUntil === undefined
    ? undefined
    : { quietFrom, quietUntil };
}

/** Midnight may be written as 24; "6 pm" is 18. */
function hourOf(written: string | undefined, half?: string): number | undefined {
  const hour = Number(written);
  if (half === undefined) return hour <= 24 ? hour % 24 : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}
