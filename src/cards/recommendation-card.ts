import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { unansweredChallenges } from "#plan/challenge-states.ts";
import { dayOf } from "#plan/iso-date.ts";
import type { RatingScheme } from "#plan/rating-scheme.ts";
import type { Challenge } from "#plan/record.ts";
import { answerInWords, counted, updatedInWords } from "#plan/words.ts";
import { plain } from "./plain.ts";
import { cellOf, ratingWords } from "./rating-words.ts";
import {
  aboutRecommendation,
  countsInWords,
  standings,
  type AgencyStanding,
  type ShownRecommendation,
} from "./shown-recommendation.ts";
import { bindCard } from "./template.ts";

export interface RecommendationSetting {
  readonly now: Date;
  /** The deep link that opens the tab at this recommendation. */
  readonly link: string;
  /** The link to its thread; empty where pressing is to open one; left out on the thread's own root. */
  readonly discuss?: string | undefined;
  /** Teams ids of those for whom Teams asks for it anew by itself; everybody's where left out. */
  readonly refreshFor?: readonly string[] | undefined;
}

const mostAgencies = 8;
const mostChallenges = 5;

/** A recommendation with where each agency stands: the root of its thread, and the answer to a search. */
export function recommendationCard(
  shown: ShownRecommendation,
  { now, link, discuss, refreshFor }: RecommendationSetting,
): IAdaptiveCard {
  const { plan, recommendation } = shown;
  const all = standings(shown);
  const open = unansweredChallenges(shown.agencies, shown.record).filter(
    ({ recommendationId }) => recommendationId === recommendation.id,
  );
  const about = aboutRecommendation(shown);
  const said = `Recommendation ${about.ref}. ${countsInWords(shown, all)}. ${openWords(open.length)}.`;
  const ids = { planId: plan.id, recommendationId: recommendation.id };
  const moreAgencies = all.length - mostAgencies;
  const moreChallenges = open.length - mostChallenges;
  return bindCard("recommendation", {
    ...ids,
    ...about,
    agencies: all.slice(0, mostAgencies).map((each) => agencyLine(plan.scheme, each, now)),
    moreAgencies:
      moreAgencies > 0
        ? `${counted(moreAgencies, "more agency", "more agencies")} in the plan.`
        : undefined,
    challengesOpen: open.length,
    challengeWords: openWords(open.length),
    challenges: open.slice(0, mostChallenges).map((each) => challengeLine(each, now)),
    moreChallenges: moreChallenges > 0 ? `${moreChallenges} more in the plan.` : undefined,
    canDiscuss: discuss === "",
    links: { plan: link, ...(discuss ? { discuss } : {}) },
    refresh: {
      action: { type: "Action.Execute", verb: "openRecommendation", data: ids },
      ...(refreshFor ? { userIds: refreshFor } : {}),
    },
    speak: said,
    fallbackText: said,
  });
}

function agencyLine(scheme: RatingScheme, standing: AgencyStanding, now: Date) {
  const { agency, actions, shown, proposed, lastUpdate } = standing;
  const updated = actions > 0 ? updatedInWords(lastUpdate, dayOf(now)) : "No action yet";
  return {
    name: plain(agency.name, 80) || plain(agency.shortName, 80),
    rating: cellOf(scheme, shown),
    updated: actions > 1 ? `${updated} · ${actions} actions` : updated,
    ...(proposed !== undefined && proposed !== shown
      ? { otherRatingLine: `Proposes ${ratingWords(scheme, proposed)}` }
      : {}),
  };
}

function challengeLine({ id, agency, question, due }: Challenge, now: Date) {
  const words = plain(question ?? "", 240) || "A question without words";
  const when = due ? answerInWords(due, dayOf(now)) : "No date to answer by";
  const about = `${plain(agency, 80)} · ${when}`;
  return { challengeId: id, question: words, about, spoken: `Open: ${words} ${about}` };
}

function openWords(count: number): string {
  return count === 0 ? "No challenge is open" : counted(count, "open challenge");
}
