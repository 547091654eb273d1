import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { challengeStates, type ChallengeState } from "#plan/challenge-states.ts";
import { foldAction, shownRating } from "#plan/fold.ts";
import { dayOf } from "#plan/iso-date.ts";
import type { Action } from "#plan/plan.ts";
import type { Challenge } from "#plan/record.ts";
import { answerInWords } from "#plan/words.ts";
import { label } from "./action-card.ts";
import { shownLink } from "./evidence.ts";
import { wayBack, type BackTo } from "./list-card.ts";
import { mayIdentify } from "./may-identify.ts";
import { plain, plainRef, typedAgain } from "./plain.ts";
import { ratingLine, ratingWords } from "./rating-words.ts";
import { aboutRecommendation, type ShownRecommendation } from "./shown-recommendation.ts";
import { bindCard } from "./template.ts";
import { ago, unbroken } from "./time-words.ts";

/** What somebody had typed into a challenge card, as it came. */
export interface TypedAnswer {
  readonly actionId: string;
  readonly answer: string;
  readonly evidence: string;
  readonly evidenceKind: string;
}

export interface ChallengeSetting {
  readonly now: Date;
  readonly link: string;
  /** Made for this view, so that sending twice answers once; left out on the card that everybody sees. */
  readonly key?: string | undefined;
  /** Whether whoever sees it speaks for the agency that was asked; undefined where that is not known. */
  readonly canAnswer?: boolean | undefined;
  readonly refreshFor?: readonly string[] | undefined;
  readonly backTo?: BackTo | undefined;
  /** Why the last try was not sent, with what was typed; `sure` where it is sent as it is once it is pressed again. */
  readonly refused?:
    | { readonly reason: string; readonly typed: TypedAnswer; readonly sure: boolean }
    | undefined;
}

/** The state of that challenge in what is shown; undefined where it is not there. */
export function challengeIn(shown: ShownRecommendation, id: number): ChallengeState | undefined {
  return challengeStates(shown.agencies, shown.record).find(({ challenge }) => challenge.id === id);
}

/** A question to an agency: to be answered on the card, or with what became of it. */
export function challengeCard(
  shown: ShownRecommendation,
  state: ChallengeState,
  setting: ChallengeSetting,
): IAdaptiveCard {
  return state.status === "open"
    ? openCard(shown, state.challenge, setting)
    : settledCard(shown, state, setting);
}

function openCard(
  shown: ShownRecommendation,
  challenge: Challenge,
  setting: ChallengeSetting,
): IAdaptiveCard {
  const { now, key = "", canAnswer, refused } = setting;
  const agency = agencyName(shown, challenge);
  const due = dueWords(challenge, now);
  const said = `A challenge on recommendation ${plainRef(shown.recommendation.ref)} to ${agency}. ${due.words}.`;
  const actions = actionsToChoose(shown, challenge);
  return bindCard("challenge", {
    ...head(shown, challenge, setting),
    due,
    key,
    canAnswer: canAnswer === true && key !== "",
    offersAnswer: canAnswer === undefined,
    answerTitle: `Answer for ${plain(label(challenge.agency), 24) || "the agency"}`,
    // Who presses "Answer" on the card that everybody sees, and speaks for another agency, reads it as well.
    waitingFor: [
      `This question is for ${agency} to answer. There is no answer yet.`,
      mayIdentify(challenge.question),
    ]
      .filter(Boolean)
      .join(" "),
    actions: actions.length > 0 ? actions : undefined,
    typed: typedBack(refused?.typed),
    refused: refused && plain(refused.reason, 240),
    sure: refused?.sure === true,
    sendTitle: refused?.sure ? "Send anyway" : "Send answer",
    speak: said,
    fallbackText: said,
  });
}

function settledCard(
  shown: ShownRecommendation,
  state: ChallengeState,
  setting: ChallengeSetting,
): IAdaptiveCard {
  const { challenge, answers } = state;
  const said = `${statusWords(state)}: a challenge on recommendation ${plainRef(shown.recommendation.ref)} to ${agencyName(shown, challenge)}.`;
  const [evidence] = (answers.at(-1)?.evidence ?? []).flatMap((link) => shownLink(link) ?? []);
  return bindCard("challenge-answered", {
    ...head(shown, challenge, setting),
    answered: whatBecameOfIt(shown, state, setting.now),
    evidence,
    speak: said,
    fallbackText: said,
  });
}

function head(shown: ShownRecommendation, challenge: Challenge, setting: ChallengeSetting) {
  const { now, link, refreshFor = [], backTo } = setting;
  const ids = {
    planId: shown.plan.id,
    recommendationId: shown.recommendation.id,
    challengeId: challenge.id,
  };
  const by = plain(challenge.author?.name ?? "", 80);
  const asked = `Asked ${ago(challenge.created, now)}`;
  return {
    ...ids,
    ref: plainRef(shown.recommendation.ref),
    question: plain(challenge.question ?? "", 600) || "A question without words",
    asked: by ? `${asked} by ${by}` : asked,
    agency: agencyName(shown, challenge),
    ...aboutWhat(shown, challenge, now),
    links: { plan: link },
    ...wayBack(backTo, shown.plan.id),
    refresh: {
      action: { type: "Action.Execute", verb: "showChallenge", data: ids },
      userIds: refreshFor,
    },
  };
}

function aboutWhat(shown: ShownRecommendation, { actionId }: Challenge, now: Date) {
  const action = shown.actions.find(({ id }) => id === actionId);
  if (!action) return { about: aboutRecommendation(shown).title };
  const { scheme } = shown.plan;
  const state = foldAction(scheme, shown.agencies, action, shown.record);
  return {
    about: plain(action.text, 160) || "Action without a text",
    rating: {
      words: ratingWords(scheme, shownRating(state)),
      line: ratingLine(scheme, state, now),
    },
  };
}

/** What an answer to a question on the whole recommendation may be about, where there is a choice. */
function actionsToChoose(shown: ShownRecommendation, { actionId, agency }: Challenge) {
  if (actionId !== undefined) return [];
  const own = answerableActions(shown.actions, agency);
  if (own.length < 2) return [];
  return [
    ...own.map(({ id, text }) => ({ id: String(id), title: label(text) || `Action ${id}` })),
    { id: wholeRecommendation, title: "The whole recommendation" },
  ];
}

/** What is chosen where the answer is about none of the agency's actions alone. */
export const wholeRecommendation = "0";

/** The agency's own actions under the recommendation. */
export function answerableActions(actions: readonly Action[], agency: string): readonly Action[] {
  return actions.filter(({ agencies }) => agencies.includes(agency));
}

function whatBecameOfIt(shown: ShownRecommendation, state: ChallengeState, now: Date) {
  const { answers, resolved, followUps } = state;
  const group = "The peer-challenge group";
  const answer = answers.at(-1);
  if (answer) {
    const by = [nameOf(answer), agencyName(shown, state.challenge)].filter(Boolean).join(", ");
    const heading = `✓ Answered ${ago(answer.created, now)}`;
    const said = wordsOr(answer.note, "Nothing was written.");
    const text = [said, mayIdentify(answer.note)].filter(Boolean).join("\n\n");
    return { style: "good", heading, text, by };
  }
  if (resolved) {
    const heading = `✓ Resolved ${ago(resolved.created, now)}`;
    const text = wordsOr(resolved.reason, "No reason was written.");
    return { style: "emphasis", heading, text, by: nameOf(resolved) || group };
  }
  const next = followUps.at(-1);
  const text = wordsOr(next?.question, "A question without words");
  const heading = "Asked again in another question";
  return { style: "emphasis", heading, text, by: (next && nameOf(next)) || group };
}

function wordsOr(written: string | undefined, otherwise: string): string {
  return plain(written ?? "", 600) || otherwise;
}

function nameOf({ author }: Pick<Challenge, "author">): string {
  return plain(author?.name ?? "", 80);
}

function statusWords({ status, answers }: ChallengeState): string {
  if (answers.length > 0) return "Answered";
  return status === "resolved" ? "Resolved" : "Asked again";
}

function dueWords({ due }: Challenge, now: Date) {
  if (due === undefined) return { words: "No date to answer by" };
  return { words: answerInWords(due, dayOf(now)), date: unbroken(due) };
}

function agencyName({ agencies }: ShownRecommendation, { agency }: Challenge): string {
  const found = agencies.find(({ shortName }) => shortName === agency);
  return plain(found?.name ?? agency, 80) || "an agency";
}

function typedBack(typed: TypedAnswer | undefined) {
  return {
    actionId: typedAgain(typed?.actionId ?? "", 20),
    answer: typedAgain(typed?.answer ?? "", 4000),
    evidence: typedAgain(typed?.evidence ?? "", 2000),
    evidenceKind: typed?.evidenceKind === "impact" ? "impact" : "activity",
  };
}
