import { SignInError } from "#plan/errors.ts";
import { refusedCard } from "#cards/refused-card.ts";
import { failed, sayOnly, showCard, type CardAnswer } from "./card-answer.ts";
import { readPress, type CardPress } from "./card-press.ts";
import { deadline, type Within } from "./deadline.ts";
import type { Handling, OnVerb } from "./handling.ts";
import {
  onAnswerChallenge,
  onDraftChallenge,
  onPutChallenge,
  onShowChallenge,
} from "./on-challenge.ts";
import { onAsk, onShowMine, onShowOverdue, onShowToChallenge } from "./on-lists.ts";
import { onProposeRating, readProposal } from "./on-propose-rating.ts";
import { onDiscuss, onOpenRecommendation } from "./on-recommendation.ts";
import { onSetReminders, onShowReminders } from "./on-reminders.ts";
import { named, onShowAction } from "./on-show-action.ts";
import { notSaved } from "./rating-refused.ts";
import { refusalWords, TooSlowError } from "./refusals.ts";
import { sendToPerson } from "./send-to-person.ts";
import { signIn, signInAnew, tokenOf } from "./sign-in.ts";

const verbs: ReadonlyMap<string, OnVerb> = new Map<string, OnVerb>([
  ["showAction", onShowAction],
  ["proposeRating", onProposeRating],
  ["openRecommendation", onOpenRecommendation],
  ["discuss", onDiscuss],
  ["showChallenge", onShowChallenge],
  ["answerChallenge", onAnswerChallenge],
  ["draftChallenge", onDraftChallenge],
  ["putChallenge", onPutChallenge],
  ["showMine", onShowMine],
  ["showOverdue", onShowOverdue],
  ["showToChallenge", onShowToChallenge],
  ["ask", onAsk],
  ["showReminders", onShowReminders],
  ["setReminders", onSetReminders],
]);

/** Answers every press of every card, as the person who pressed; it never throws. */
export async function onCardAction(handling: Handling, received: unknown): Promise<CardAnswer> {
  const press = readPress(received);
  const onVerb = press && verbs.get(press.verb);
  if (!press || !onVerb) {
    handling.log("warn", "card press not understood");
    return failed(400, "BadRequest", "This card is from another version. Ask for a new one.");
  }
  const within = deadline();
  try {
    const signed = await within(signIn(handling, press));
    if ("ask" in signed) return signed.ask;
    const fresh = async () => (await tokenOf(handling, press)) ?? signed.token;
    const stores = handling.storesFor(async (anew) => (anew ? fresh() : signed.token));
    if (!writes.has(press.verb)) return await onVerb(handling, { press, stores, within });
    // However long SharePoint takes, what somebody wrote goes on being saved.
    const work = onVerb(handling, { press, stores, within: (unhurried) => unhurried });
    return await acknowledged(handling, press, within, work);
  } catch (cause) {
    // Asked once only: an answer to that which SharePoint refuses again is told to the person.
    if (!(cause instanceof SignInError) || press.signOn) return answerTo(handling, press, cause);
    return within(signInAnew(handling, press)).catch(() => answerTo(handling, press, cause));
  }
}

/** What goes on after it was acknowledged, and is answered in the person's own chat then. */
const writes = new Set(["proposeRating", "answerChallenge", "putChallenge"]);

/** The answer; or, where SharePoint takes longer than Teams waits, that it is under way: the card stays with what was typed. */
async function acknowledged(
  handling: Handling,
  press: CardPress,
  within: Within,
  work: Promise<CardAnswer>,
): Promise<CardAnswer> {
  try {
    return await within(work);
  } catch (cause) {
    if (!(cause instanceof TooSlowError)) throw cause;
    handling.inBackground("tell what took long", async () => {
      const answer = await work.catch((late: unknown) => answerTo(handling, press, late));
      if (answer.type !== "application/vnd.microsoft.card.adaptive") return;
      const { state } = await sendToPerson(handling, press.teamsId, answer.value);
      handling.log("info", "answered late", { verb: press.verb, state });
    });
    return sayOnly(
      "SharePoint is slow just now. What you wrote goes on being saved, and what became of it comes in your own chat with this app. Pressing again saves nothing twice.",
    );
  }
}

function answerTo(handling: Handling, press: CardPress, cause: unknown): CardAnswer {
  const asked =
    press.verb === "proposeRating" ? attempt(() => readProposal(press.data)) : undefined;
  if (asked) return notSaved(handling, { asked, cause });
  const incident = handling.newKey();
  const error = cause instanceof Error ? cause.name : "unknown";
  handling.log("warn", "card press failed", { verb: press.verb, incident, error });
  const { reason, whatToDo } = refusalWords(cause, incident);
  // Nobody pressed anything: the shared card is better left standing than replaced by a complaint.
  if (press.automatic) return failed(500, "NotShown", reason);
  const ids = named.safeParse(press.data).data;
  if (!ids) return sayOnly(`${reason} ${whatToDo}`);
  const link = handling.links.action(ids.planId, ids.actionId);
  return showCard(
    refusedCard({
      ...ids,
      heading: press.verb === "proposeRating" ? "Not saved" : "Not shown",
      reason,
      whatToDo,
      key: incident,
      canRetry: false,
      link,
    }),
  );
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
