import type { Command } from "./command.ts";
import { messageText } from "./message-text.ts";

/** Nobody asks for anything in more characters. */
const longest = 4000;

/** As a person reads it: no tags, no mention of other people, no characters that nobody sees, one space between words. */
export function tidied(written: string): string {
  const alone = written.slice(0, longest).replaceAll(/<at\b[^>]*>.*?<\/at>/gis, " ");
  const isHtml = /<\/?[a-z]|&#?\w+;/i.test(alone);
  const words = isHtml ? messageText({ contentType: "html", content: alone }) : alone;
  return words
    .normalize("NFC")
    .replaceAll(/[\p{Cf}\uFE0F]/gu, "")
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

/** Words around what is meant. */
const around = new Set(
  (
    "a about all an and any anyone anything are at by can could currently did do does doing find for from get give " +
    "has have hello hey hi how i i'd in is it like list look me now of on open our please recs rec recommendation " +
    "recommendations ref see show still tell that the their them there these they things to up us want was we what " +
    "what's whats when where which who who's will with would you action actions item items number no need let let's " +
    "get bring display latest status update everything r yet so far date dates deadline today this week month should am been " +
    "also just really next"
  ).split(" "),
);

/** What is left of words without those around what is meant: "for the LPT please?" is "LPT". At most 80 characters. */
export function bare(words: string): string {
  const all = words
    .split(" ")
    .map((word) => word.replaceAll(/^[("“”,.;:!?-]+|('s)?[)"“”,.;:!?-]*$/g, ""));
  const first = all.findIndex(isMeant);
  if (first < 0) return "";
  const meant = all.slice(first, all.findLastIndex(isMeant) + 1);
  return meant.join(" ").slice(0, 80);
}

function isMeant(word: string): boolean {
  return word !== "" && !around.has(word.toLowerCase());
}

const numbered =
  /(?<![\w.,])(?:r|rec|#)?(?<ref>\d{1,3}(?: ?[.,] ?\d{1,3}){1,3}(?:\([a-z]\)|[a-z])?)(?!\w|[.,]\d)/i;
const named =
  /(?:\b(?:r|recs?|recommendations?|number|no\.?)|#) ?(?<ref>\d{1,3}[a-z]?)(?!\w|[.,]\d)/i;

/** The first number of a recommendation among words, as reports print it, and the words without it. */
export function refIn(text: string): { readonly ref: string; readonly rest: string } | undefined {
  const found = numbered.exec(text) ?? named.exec(text);
  const written = found?.groups?.["ref"];
  if (!found || written === undefined) return undefined;
  const ref = written.replaceAll(" ", "").replaceAll(",", ".");
  const behind = text.slice(found.index + found[0].length);
  return { ref, rest: bare(behind) || bare(text.slice(0, found.index)) };
}

/** The words of ours that people mistype. */
const ours =
  "overdue challenge challenges challenging discuss reminder reminders questions recommendation recommendations".split(
    " ",
  );

/** Every word that is nearly one of ours as that one: a letter too few, too many, wrong, or two the wrong way round. */
function mended(text: string): string {
  return text.replaceAll(/\p{L}{5,}/gu, (word) => ours.find((one) => isNearly(word, one)) ?? word);
}

function isNearly(word: string, meant: string): boolean {
  const written = word.toLowerCase();
  let from = 0;
  while (from < meant.length && written[from] === meant[from]) from += 1;
  const [rest, wanted] = [written.slice(from), meant.slice(from)];
  const [first = "", second = ""] = rest;
  const tooFew = rest === wanted.slice(1);
  const tooMany = rest.slice(1) === wanted;
  const wrong = rest.slice(1) === wanted.slice(1);
  const swapped = `${second}${first}${rest.slice(2)}` === wanted;
  return tooFew || tooMany || wrong || swapped;
}

const greeting =
  /^(hi|hiya|hello|hey|good (morning|afternoon|evening)|morning|shwmae|helo|bore da)\b/i;
const helping =
  /\b(help|commands?|menu|options|what (can|do) (you|i) (do|ask|write|say)|how (do|does|can) (i|you|this|it))\b/i;
const thanking =
  /^(many )?(thanks?|thank you|cheers|ta|diolch|great|perfect|ok(ay)?|brilliant|lovely)\b/i;
const reminding = /\b(reminders?|reminding|remind|notifications?|unsubscribe|stop|opt out|mute)\b/i;
const discussing = /\b(discuss|discussion|thread|conversation|talk about)\b/i;
const late =
  /\b(overdue|over due|late|behind schedule|past (the |its |their )?(due )?date|missed|slipped)\b/i;
const asking = /\b(challeng(e|es|ed|ing)|questions?)\b/i;
const own = /\b(me|i|i'm|we|our)\b/i;
const work = /\b(mine|due|to ?do|tasks?|actions?|waiting|outstanding|next|list|work|lead|have)\b/i;
const politely =
  /\b(show|tell|give|send|get) (me|us)\b|\b(can|could|may) (i|we) (please )?(see|have|get)\b|\bi(('d| would) like|'d want| want| need)( to)?( see| know)?\b/gi;

/**
 * What words that are no command most likely ask for; undefined where that cannot be told. It never changes anything: who
 * writes about reminders gets the card that changes them.
 */
export function readPhrase(text: string): Command | undefined {
  const said = mended(text.slice(0, 400)).replaceAll(politely, " ").replaceAll(/\s+/g, " ").trim();
  if (reminding.test(said)) return { kind: "reminders", change: {} };
  const asked = refIn(said);
  if (asked && discussing.test(said)) return { kind: "discuss", ref: asked.ref };
  if (asked) return { kind: "actions", ref: asked.ref, agency: asked.rest };
  return ofPlan(said) ?? smallTalk(said);
}

function ofPlan(said: string): Command | undefined {
  if (/\b(my|mine)\b/i.test(said)) return { kind: "mine" };
  if (asking.test(said)) return { kind: "challenge", agency: without(asking, said) };
  if (own.test(said) && (work.test(said) || late.test(said))) return { kind: "mine" };
  if (late.test(said)) return { kind: "overdue", agency: without(late, said) };
  if (discussing.test(said)) return { kind: "discuss", ref: "" };
  return undefined;
}

function smallTalk(said: string): Command | undefined {
  if (helping.test(said)) return { kind: "help" };
  if (thanking.test(said)) return { kind: "thanks" };
  if (/\b(due|to ?do)\b/i.test(said)) return { kind: "mine" };
  return greeting.test(said) ? { kind: "help" } : undefined;
}

/** What stands behind the words that were looked for, else what stands before them. */
function without(pattern: RegExp, said: string): string {
  const found = pattern.exec(said);
  if (!found) return "";
  return bare(said.slice(found.index + found[0].length)) || bare(said.slice(0, found.index));
}
