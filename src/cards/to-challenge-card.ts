import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { Finding } from "#plan/checks.ts";
import { dayOf } from "#plan/iso-date.ts";
import type { Agency, Plan } from "#plan/plan.ts";
import type { Challenge } from "#plan/record.ts";
import { answerInWords } from "#plan/words.ts";
import { listCard, type ListLine } from "./list-card.ts";
import { plain, plainRef } from "./plain.ts";

export interface ToChallenge {
  readonly plan: Plan;
  readonly agency: Agency;
  /** What it was asked and has not answered. */
  readonly asked: readonly { readonly challenge: Challenge; readonly ref: string }[];
  /** What the checks would ask it, strongest first. */
  readonly findings: readonly Finding[];
}

/** What one agency was asked, and what it could be: each line opens the question, ready to be changed and sent. */
export function toChallengeCard(
  { plan, agency, asked, findings }: ToChallenge,
  { now, link }: { readonly now: Date; readonly link: string },
): IAdaptiveCard {
  const today = dayOf(now);
  return listCard({
    heading: "To challenge",
    summary: agency.name,
    sections: [
      {
        heading: "Asked and not answered",
        lines: asked.map(({ challenge, ref }): ListLine => ({
          verb: "showChallenge",
          data: {
            planId: plan.id,
            recommendationId: challenge.recommendationId,
            challengeId: challenge.id,
          },
          title: challenge.question ?? "A question",
          when: challenge.due ? answerInWords(challenge.due, today) : "No date to answer by",
          about: plainRef(ref) || "The plan",
        })),
      },
      { heading: "Could be asked", lines: findings.map((each) => findingLine(plan, each)) },
    ],
    nothing: "No question waits for an answer, and the checks find nothing to ask.",
    counts: `${asked.length} asked and not answered, ${findings.length} could be asked.`,
    again: { verb: "showToChallenge", data: { planId: plan.id, agency: agency.shortName } },
    refreshFor: [],
    link,
  });
}

function findingLine(
  plan: Plan,
  { check, recommendationId, actionId, ref, agency, says, asks }: Finding,
) {
  return {
    verb: "draftChallenge",
    data: { planId: plan.id, recommendationId, actionId: actionId ?? 0, agency, check },
    title: asks,
    when: plainRef(ref) || "The plan",
    about: plain(says, 120),
  };
}
