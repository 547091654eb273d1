import { messageFormCard, type MessageAbout, type TypedMessage } from "#cards/message-form-card.ts";
import { plainRef } from "#cards/plain.ts";
import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { mayChallenge, speaksFor } from "#plan/permissions.ts";
import type { Action, Agency, Recommendation } from "#plan/plan.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";

/** What a message is made into. */
export type MessageKind = "update" | "challenge";

/** Something that an update or a challenge can be about. */
export interface About {
  readonly id: string;
  readonly recommendation: Recommendation;
  readonly action: Action | undefined;
  readonly agency: Agency;
}

/**
 * What this person can make of a message: updates of the actions that they speak for, or questions to the agencies of any.
 * What belongs to the recommendation of the message's thread comes first. Throws NotAllowedError where there is none.
 */
export function aboutsFor(
  kind: MessageKind,
  open: OpenPlan,
  threadOf: number | undefined,
): readonly About[] {
  const all = open.recommendations
    .toSorted((one, other) => one.order - other.order)
    .flatMap((recommendation) =>
      kind === "update" ? updates(open, recommendation) : questions(open, recommendation),
    );
  const near = ({ recommendation }: About) => recommendation.id === threadOf;
  const abouts = [...all.filter(near), ...all.filter((about) => !near(about))];
  if (abouts.length === 0) throw new NotAllowedError(refusals[kind]);
  return abouts;
}

/** The one that was chosen in a form. Throws RefusedError. */
export function chosenAbout(abouts: readonly About[], id: string): About {
  const about = abouts.find((each) => each.id === id);
  if (!about) throw new RefusedError("Choose what it is about.");
  return about;
}

/** The dialog in which the person changes what the message becomes. */
export function messageForm(
  kind: MessageKind,
  open: OpenPlan,
  form: {
    readonly abouts: readonly About[];
    readonly typed: TypedMessage;
    readonly sender: string;
    readonly link: string;
    /** The plan in the tab. */
    readonly planLink: string;
    readonly key: string;
    readonly refused?: string | undefined;
    readonly sure?: boolean | undefined;
  },
) {
  return messageFormCard({
    ...form,
    kind,
    planId: open.plan.id,
    planTitle: open.plan.title,
    scheme: open.plan.scheme,
    abouts: form.abouts.map((about) => titled(kind, about)),
  });
}

const refusals = {
  update: "You speak for no agency of this plan, so there is nothing to report on.",
  challenge: "Only the peer-challenge group and scrutiny members put questions to agencies.",
} as const;

function titled(kind: MessageKind, { id, recommendation, action, agency }: About): MessageAbout {
  const what = `${plainRef(recommendation.ref)} ${action?.text ?? recommendation.text}`;
  return {
    id,
    title: kind === "update" ? `${what} (${agency.shortName})` : `${agency.shortName}: ${what}`,
  };
}

function updates(open: OpenPlan, recommendation: Recommendation): readonly About[] {
  return ownActions(open, recommendation).flatMap((action) =>
    named(open, speaksFor(open.me, action)).map((agency) => ({
      id: `${action.id}/${agency.id}`,
      recommendation,
      action,
      agency,
    })),
  );
}

function questions(open: OpenPlan, recommendation: Recommendation): readonly About[] {
  if (!mayChallenge(open.me)) return [];
  const whole = named(open, recommendation.addressees).map((agency) => ({
    id: `r${recommendation.id}/${agency.id}`,
    recommendation,
    action: undefined,
    agency,
  }));
  const actions = ownActions(open, recommendation).flatMap((action) =>
    named(open, action.agencies).map((agency) => ({
      id: `${action.id}/${agency.id}`,
      recommendation,
      action,
      agency,
    })),
  );
  return [...actions, ...whole];
}

function ownActions({ actions }: OpenPlan, { id }: Recommendation): readonly Action[] {
  return actions
    .filter(({ recommendationId }) => recommendationId === id)
    .toSorted((one, other) => one.order - other.order);
}

function named({ agencies }: OpenPlan, shortNames: readonly string[]): readonly Agency[] {
  return shortNames.flatMap((name) => agencies.find(({ shortName }) => shortName === name) ?? []);
}
