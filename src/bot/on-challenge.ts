import { z } from "zod";
import {
  answerableActions,
  challengeCard,
  challengeIn,
  type TypedAnswer,
  wholeRecommendation,
} from "#cards/challenge-card.ts";
import { challengeFormCard } from "#cards/challenge-form-card.ts";
import { foldPlan } from "#plan/fold.ts";
import { checks, runChecks } from "#plan/checks.ts";
import { DoubtError, NotFoundError, RefusedError, SignInError } from "#plan/errors.ts";
import { withoutNhsNumbers } from "#plan/identifiers.ts";
import { addDays, dayOf, isIsoDate } from "#plan/iso-date.ts";
import { mayAnswer, mayChallenge } from "#plan/permissions.ts";
import type { Action } from "#plan/plan.ts";
import type { Challenge, ChallengeSource } from "#plan/record.ts";
import { answerChallenge } from "#usecases/answer-challenge.ts";
import type { OpenRecommendation } from "#usecases/card-ports.ts";
import { putChallenge } from "#usecases/put-challenge.ts";
import { showCard, type CardAnswer } from "./card-answer.ts";
import { evidenceOf } from "./evidence-of.ts";
import type { Handling, OnVerb, Pressed } from "./handling.ts";
import { refusalWords } from "./refusals.ts";

const ofRecommendation = z.object({
  planId: z.int().positive(),
  recommendationId: z.int().positive(),
});
const backTo = z.enum(["mine", "overdue"]).optional().catch(undefined);
const ofChallenge = ofRecommendation.extend({ challengeId: z.int().positive(), backTo });
const sure = z.boolean().optional().catch(undefined);
const answering = ofChallenge.extend({ key: z.uuid(), sure });

// Never refused for its form: whatever was typed has to be given back.
const text = z.string().catch("");
const typedAnswer = z.object({ actionId: text, answer: text, evidence: text, evidenceKind: text });

/** How long an agency is given to answer, where the person who asks says nothing else. */
const daysToAnswer = 14;

/** The question as this person may see it: with inputs where they speak for the agency that was asked. */
export const onShowChallenge: OnVerb = async (handling, { press, stores, within }) => {
  const asked = ofChallenge.parse(press.data);
  const open = await within(stores.recommendations.open(asked.planId, asked.recommendationId));
  return showCard(personsChallenge(handling, open, asked));
};

/**
 * Answers the question as the person who pressed. What goes wrong is answered with the card, which says so and holds what
 * was typed. A question that was answered or resolved meanwhile is shown as that instead.
 */
export const onAnswerChallenge: OnVerb = async (handling, pressed) => {
  const asked = answering.parse(pressed.press.data);
  const typed = typedAnswer.parse(pressed.press.data);
  const { stores, within } = pressed;
  const open = await within(stores.recommendations.open(asked.planId, asked.recommendationId));
  try {
    await within(saveAnswer(handling, pressed, { open, asked, typed }));
    const now = await within(stores.recommendations.open(asked.planId, asked.recommendationId));
    return showCard(personsChallenge(handling, now, asked));
  } catch (cause) {
    if (cause instanceof SignInError) throw cause;
    const incident = handling.newKey();
    const error = cause instanceof Error ? cause.name : "unknown";
    handling.log("warn", "answer not saved", { challenge: asked.challengeId, incident, error });
    const { reason, whatToDo } = refusalWords(cause, incident);
    return showCard(
      personsChallenge(handling, open, asked, {
        reason: `${reason} ${whatToDo}`,
        sure: cause instanceof DoubtError,
        typed: { ...typed, answer: withoutNhsNumbers(typed.answer) },
      }),
    );
  }
};

async function saveAnswer(
  handling: Handling,
  { stores }: Pressed,
  {
    open,
    asked,
    typed,
  }: {
    readonly open: OpenRecommendation;
    readonly asked: z.infer<typeof answering>;
    readonly typed: TypedAnswer;
  },
): Promise<void> {
  const challenge = challengeIn(open, asked.challengeId)?.challenge;
  if (!challenge) throw new NotFoundError("This question is not there any more.");
  const action = answeredAction(open, challenge, typed.actionId);
  const { id } = await answerChallenge(stores, {
    open,
    challenge,
    action,
    agency: challenge.agency,
    note: typed.answer,
    evidence: evidenceOf(typed),
    key: asked.key,
    sure: asked.sure,
  });
  handling.log("info", "challenge answered", { challenge: challenge.id, update: id });
  handling.watch.poke();
}

/** What the answer is about: the action asked about, the agency's only one or the chosen one; none for the whole. */
function answeredAction(
  { actions }: OpenRecommendation,
  { actionId, agency }: Challenge,
  chosen: string,
): Action | undefined {
  if (actionId !== undefined) return actions.find(({ id }) => id === actionId);
  const own = answerableActions(actions, agency);
  if (own.length < 2) return own[0];
  if (chosen === wholeRecommendation) return undefined;
  const action = own.find(({ id }) => String(id) === chosen);
  if (!action) throw new RefusedError("Choose what your answer is about.");
  return action;
}

function personsChallenge(
  { links, now, newKey }: Handling,
  open: OpenRecommendation,
  asked: z.infer<typeof ofChallenge> & { readonly key?: string },
  refused?: { readonly reason: string; readonly typed: TypedAnswer; readonly sure: boolean },
) {
  const state = challengeIn(open, asked.challengeId);
  if (!state) throw new NotFoundError("This question is not there any more.");
  return challengeCard(open, state, {
    now: now(),
    link: links.recommendation(open.plan.id, open.recommendation.id),
    key: asked.key ?? newKey(),
    canAnswer: mayAnswer(open.me, state.challenge),
    backTo: asked.backTo,
    refused,
  });
}

const drafted = ofRecommendation.extend({
  actionId: z.int().min(0).catch(0),
  agency: z.string().max(255),
});
const drafting = drafted.extend({ check: z.string().max(60).catch("") });
const sending = drafted.extend({ source: z.string().max(60), key: z.uuid(), sure });
const typedQuestion = z.object({ question: text, due: text });

/** A question as a check drafts it, for whoever may put it to change and send. */
export const onDraftChallenge: OnVerb = async (handling, { press, stores, within }) => {
  const asked = drafting.parse(press.data);
  const open = await within(stores.recommendations.open(asked.planId, asked.recommendationId));
  const finding = findingOf(open, asked, dayOf(handling.now()));
  const card = challengeFormCard(open, {
    ...asked,
    source: finding ? `check:${finding.check}` : "person",
    found: finding?.says,
    question: finding?.asks ?? "",
    due: addDays(dayOf(handling.now()), daysToAnswer),
    canAsk: mayChallenge(open.me),
    key: handling.newKey(),
    link: handling.links.recommendation(asked.planId, asked.recommendationId),
  });
  return showCard(card);
};

/** Puts the question as the person who pressed; what goes wrong gives the form back with what was typed. */
export const onPutChallenge: OnVerb = async (handling, { press, stores, within }) => {
  const asked = sending.parse(press.data);
  const typed = typedQuestion.parse(press.data);
  const open = await within(stores.recommendations.open(asked.planId, asked.recommendationId));
  try {
    const { id } = await within(
      putChallenge(stores, {
        open,
        recommendation: open.recommendation,
        action: open.actions.find((each) => each.id === asked.actionId),
        agency: asked.agency,
        question: typed.question,
        source: sourceOf(asked.source),
        due: dueOf(typed.due),
        key: asked.key,
        sure: asked.sure,
      }),
    );
    handling.log("info", "challenge put", { planId: asked.planId, challenge: id });
    handling.watch.poke();
    return await sentChallenge(handling, { press, stores, within }, { ...asked, challengeId: id });
  } catch (cause) {
    if (cause instanceof SignInError) throw cause;
    const incident = handling.newKey();
    const error = cause instanceof Error ? cause.name : "unknown";
    handling.log("warn", "challenge not put", { planId: asked.planId, incident, error });
    const { reason, whatToDo } = refusalWords(cause, incident);
    return showCard(
      challengeFormCard(open, {
        ...asked,
        question: withoutNhsNumbers(typed.question),
        due: typed.due,
        canAsk: true,
        sure: cause instanceof DoubtError,
        refused: `${reason} ${whatToDo}`,
        link: handling.links.recommendation(asked.planId, asked.recommendationId),
      }),
    );
  }
};

async function sentChallenge(
  handling: Handling,
  { stores, within }: Pressed,
  asked: z.infer<typeof ofRecommendation> & { readonly challengeId: number },
): Promise<CardAnswer> {
  const open = await within(stores.recommendations.open(asked.planId, asked.recommendationId));
  return showCard(personsChallenge(handling, open, asked));
}

/** The check's finding as it is now: what the card says of it is not believed. */
function findingOf(
  open: OpenRecommendation,
  { check, actionId, agency }: z.infer<typeof drafting>,
  today: ReturnType<typeof dayOf>,
) {
  const states = foldPlan(open.plan.scheme, open.agencies, open.actions, open.record);
  return runChecks({ ...open, recommendations: [open.recommendation], states, today }).find(
    (found) =>
      found.check === check && (found.actionId ?? 0) === actionId && found.agency === agency,
  );
}

function sourceOf(source: string): ChallengeSource {
  const check = checks.find(({ id }) => source === `check:${id}`);
  return check ? `check:${check.id}` : "person";
}

function dueOf(typed: string) {
  if (typed.trim() === "") return undefined;
  if (isIsoDate(typed)) return typed;
  throw new RefusedError("Choose a day that exists for the answer.");
}
