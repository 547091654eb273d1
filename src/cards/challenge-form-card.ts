import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { Action } from "#plan/plan.ts";
import { plain, plainRef, typedAgain } from "./plain.ts";
import type { ShownRecommendation } from "./shown-recommendation.ts";
import { aboutRecommendation } from "./shown-recommendation.ts";
import { bindCard } from "./template.ts";
import { label } from "./action-card.ts";

export interface ChallengeForm {
  readonly actionId?: number | undefined;
  /** Short name of who is asked. */
  readonly agency: string;
  /** "person", or the check that drafted it. */
  readonly source: string;
  /** What the check found, in its own words. */
  readonly found?: string | undefined;
  readonly question: string;
  readonly due: string;
  readonly canAsk: boolean;
  readonly key: string;
  readonly link: string;
  readonly refused?: string | undefined;
  /** It was refused in doubt: pressed again, it is sent as it is. */
  readonly sure?: boolean | undefined;
}

/** A question to an agency before it is sent: drafted by a check, and for the person to change. */
export function challengeFormCard(shown: ShownRecommendation, form: ChallengeForm): IAdaptiveCard {
  const found = shown.agencies.find(({ shortName }) => shortName === form.agency);
  const written = found?.name ?? form.agency;
  const name = plain(written, 80) || "an agency";
  const action = shown.actions.find(({ id }) => id === form.actionId);
  const said = `A question to ${name} on recommendation ${plainRef(shown.recommendation.ref)}.`;
  return bindCard("challenge-form", {
    planId: shown.plan.id,
    recommendationId: shown.recommendation.id,
    actionId: action?.id ?? 0,
    agency: form.agency,
    source: form.source,
    key: form.key,
    ref: plainRef(shown.recommendation.ref),
    title: titleOf(shown, action),
    asked: `To ${name}`,
    agencyName: label(written) || "the agency",
    found: form.found && plain(form.found, 240),
    refused: form.refused && plain(form.refused, 240),
    sure: form.sure === true,
    sendTitle: form.sure ? "Send anyway" : "Send the question",
    canAsk: form.canAsk,
    typed: { question: typedAgain(form.question, 2000), due: form.due },
    links: { plan: form.link },
    speak: said,
    fallbackText: said,
  });
}

function titleOf(shown: ShownRecommendation, action: Action | undefined): string {
  if (!action) return aboutRecommendation(shown).title;
  return plain(action.text, 160) || "Action without a text";
}
