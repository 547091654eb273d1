import type { Finding } from "#plan/finding.ts";
import type { NewAction, NewPlan, NewRecommendation } from "#plan/new-plan.ts";
import type { PlanVersion } from "#plan/plan.ts";
import { noPause, type Pause } from "./pause.ts";
import type { Keyed } from "./plan-writer.ts";

/** What a plan is known by: `published` is "" where it is not known. */
export function planKey({
  title,
  regulator,
  published,
}: Pick<NewPlan["plan"], "title" | "regulator" | "published">): Promise<string> {
  return keyOf("plan", title, regulator, published ?? "");
}

export function keyedRecommendations(
  ofPlan: string,
  recommendations: readonly NewRecommendation[],
  pause?: Pause,
): Promise<readonly Keyed<NewRecommendation>[]> {
  const words = ({ ref, text }: NewRecommendation) => [ofPlan, "recommendation", ref, text];
  return keyed(recommendations, words, pause);
}

/** The actions of one recommendation, by that recommendation's key. */
export function keyedActions(
  ofRecommendation: string,
  actions: readonly NewAction[],
  pause?: Pause,
): Promise<readonly Keyed<NewAction>[]> {
  return keyed(actions, (action) => wordsOfAction(ofRecommendation, action), pause);
}

/** One of them, which is the nth of those that say the same. */
export async function keyedAction(
  ofRecommendation: string,
  action: NewAction,
  nth: number,
): Promise<Keyed<NewAction>> {
  return { ...action, key: await keyOf(...wordsOfAction(ofRecommendation, action), String(nth)) };
}

function wordsOfAction(
  ofRecommendation: string,
  { agencyAsPrinted, text }: NewAction,
): readonly string[] {
  return [ofRecommendation, "action", agencyAsPrinted, text];
}

/** A paragraph of a report is known by its number: the same report, imported again, adds none. */
export function keyedFindings(
  ofPlan: string,
  findings: readonly Finding[],
  pause?: Pause,
): Promise<readonly Keyed<Finding>[]> {
  return keyed(findings, ({ paragraph }) => [ofPlan, "finding", paragraph], pause);
}

export function keyedVersions(
  ofPlan: string,
  versions: readonly PlanVersion[],
): Promise<readonly Keyed<PlanVersion>[]> {
  return keyed(versions, ({ number, dateAsPrinted }) => [ofPlan, "version", number, dateAsPrinted]);
}

/** The key of a statement, written as a UUID: the same words of the same agency on the same action are one statement. */
export async function statementKey(...words: readonly string[]): Promise<string> {
  const key = await keyOf("statement", ...words);
  return key.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Two items of the same words are two items: the second one's key counts it. */
async function keyed<T>(
  items: readonly T[],
  wordsOf: (item: T) => readonly string[],
  pause?: Pause,
): Promise<Keyed<T>[]> {
  const seen = new Map<string, number>();
  const key = async (item: T) => {
    const words = wordsOf(item);
    const name = JSON.stringify(words);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { ...item, key: await keyOf(...words, String(count)) };
  };
  return inSlices(items, key, pause);
}

/** Few enough for a page that draws after them: a browser works out a short digest at once, and no other task comes between. */
const atOnce = 50;

/** What comes of each, in their order; `pause` comes after so many. */
export async function inSlices<T, Made>(
  items: readonly T[],
  make: (item: T) => Promise<Made>,
  pause: Pause = noPause,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    made.push(...(await Promise.all(items.slice(from, from + atOnce).map(make))));
    await pause();
  }
  return made;
}

/** The same words give the same key on every machine: 32 hexadecimal digits of their SHA-256. */
async function keyOf(...words: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest(
    "SHA-256",
    new TextEncoder().encode(JSON.stringify(words)),
  );
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(0, 32);
}
