import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { dayOf } from "#plan/iso-date.ts";
import type { Meeting } from "#plan/meeting.ts";
import type { Agency, Plan, Action, Recommendation } from "#plan/plan.ts";
import { hasRating, type RatingScheme } from "#plan/rating-scheme.ts";
import type { Challenge, Decision } from "#plan/record.ts";
import { counted } from "#plan/words.ts";
import { httpsUrl } from "./evidence.ts";
import { plain, plainRef } from "./plain.ts";
import { cellOf } from "./rating-words.ts";
import { bindCard } from "./template.ts";
import { unbroken } from "./time-words.ts";

export interface ShownMeeting {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly recommendations: readonly Recommendation[];
  readonly actions: readonly Action[];
  readonly meeting: Meeting;
  /** What was decided and asked at it. */
  readonly record: readonly (Decision | Challenge)[];
}

const mostLines = 10;

const kinds: Readonly<Record<Decision["kind"], string>> = {
  "rating-agreed": "Rating agreed",
  "date-agreed": "New date agreed",
  closed: "Closed",
  reopened: "Opened again",
  "monitoring-asked": "To be checked again",
  "challenge-resolved": "Question resolved",
};

/** What a peer-challenge meeting decided and asked, for the channel. */
export function minutesCard(
  shown: ShownMeeting,
  { link }: { readonly link: string },
): IAdaptiveCard {
  const { plan, meeting, record } = shown;
  const decisions = record.filter((entry) => entry.type === "decision");
  const questions = record.filter((entry) => entry.type === "challenge");
  const date = unbroken(dayOf(meeting.starts));
  const counts = `${counted(decisions.length, "decision")}, ${counted(questions.length, "question")}`;
  const present = meeting.attendance.filter((each) => each.present).length;
  const apologies = meeting.attendance.length - present;
  const more =
    Math.max(0, decisions.length - mostLines) + Math.max(0, questions.length - mostLines);
  const minutes = meeting.minutes === undefined ? undefined : httpsUrl(meeting.minutes)?.href;
  return bindCard("minutes", {
    date,
    title: `${plain(plan.title, 100) || "The plan"}: ${counts}`,
    attendance: `${present} present, ${counted(apologies, "apology", "apologies")}`,
    count: decisions.length,
    decisions: decisions.slice(0, mostLines).map((each) => decisionLine(shown, each)),
    asked: questions.length,
    questions: questions.slice(0, mostLines).map((each) => questionLine(shown, each)),
    more: more > 0 ? `${more} more in the minutes.` : undefined,
    links: { plan: link, ...(minutes ? { minutes } : {}) },
    speak: `Peer-challenge meeting, ${date}. ${counts}.`,
    fallbackText: `Peer-challenge meeting, ${date}: ${counts}.`,
  });
}

function decisionLine(shown: ShownMeeting, decision: Decision) {
  const { scheme } = shown.plan;
  const action = shown.actions.find(({ id }) => id === decision.actionId);
  const ref = refOf(shown, decision.recommendationId ?? action?.recommendationId);
  const agencies = action?.agencies.slice(0, 3).map((name) => plain(name, 40)) ?? [];
  const date = decision.date ?? decision.checkOn;
  const reason = plain(decision.reason ?? "", 240);
  return {
    about: [ref, agencies.join(", ")].filter(Boolean).join(" ") || "The plan",
    what: date ? `${kinds[decision.kind]}, ${unbroken(date)}` : kinds[decision.kind],
    ...(reason ? { reason } : {}),
    ...ratingOfDecision(scheme, decision),
  };
}

function ratingOfDecision(scheme: RatingScheme, { rating }: Decision) {
  return rating !== undefined && hasRating(scheme, rating)
    ? { rating: cellOf(scheme, rating) }
    : {};
}

function questionLine(shown: ShownMeeting, { question, agency, due, recommendationId }: Challenge) {
  const found = shown.agencies.find(({ shortName }) => shortName === agency);
  const parts = [
    refOf(shown, recommendationId),
    plain(found?.name ?? agency, 80),
    due ? `answer by ${unbroken(due)}` : "",
  ];
  return {
    question: plain(question ?? "", 240) || "A question without words",
    about: parts.filter(Boolean).join(" · "),
  };
}

function refOf({ recommendations }: ShownMeeting, id: number | undefined): string {
  return plainRef(recommendations.find((each) => each.id === id)?.ref ?? "");
}
