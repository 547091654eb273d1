import { SignInError } from "#plan/errors.ts";
import { refusedCard } from "#cards/refused-card.ts";
import { failed, sayOnly, showCard, type CardAnswer } from "./card-answer.ts";
import { readPress, type CardPress } from "./card-press.ts";
import { deadline } from "./deadline.ts";
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
import { named, onShowAction } from "./on-show-action.ts";
import { notSaved } from "./rating-refused.ts";
import { refusalWords } from "./refusals.ts";
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
    return await onVerb(handling, { press, stores, within });
  } catch (cause) {
    // Asked once only: an answer to that which SharePoint refuses again is told to the person.
    if (!(cause instanceof SignInError) || press.signOn) return answerTo(handling, press, cause);
    return within(signInAnew(handling, press)).catch(() => answerTo(handling, press, cause));
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
