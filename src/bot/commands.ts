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
  | { readonly kind: "unknown" };

/** What can be written, in words for whoever asks or was not understood. */
export const help = [
  "Write the number of a recommendation, such as 2.1, and its actions come as cards; with an agency behind it, such as “2.1 Health”, only that agency’s.",
  "“mine”: what waits for you.",
  "“overdue”: what is past its date.",
  "“challenge Health”: what is asked of an agency, and what could be.",
  "“discuss 2.1”: the thread of a recommendation.",
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
  const asked = readAsked(text);
  return asked ? { kind: "actions", ...asked } : { kind: "unknown" };
}
