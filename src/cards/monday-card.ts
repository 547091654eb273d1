import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { dayOf, formatDate, type IsoDate } from "#plan/iso-date.ts";
import type { RatingScheme } from "#plan/rating-scheme.ts";
import { daysAhead, type ReminderLine } from "#plan/reminders/due-lines.ts";
import { answerInWords, counted, dueInWords } from "#plan/words.ts";
import { listCard, type BackTo, type ListLine } from "./list-card.ts";
import { plain, plainRef } from "./plain.ts";
import { ratingWords } from "./rating-words.ts";

/** What waits for one person. */
export interface PersonsList {
  readonly overdue: readonly ReminderLine[];
  readonly due: readonly ReminderLine[];
  readonly asked: readonly ReminderLine[];
  readonly checks?: readonly ReminderLine[];
  readonly escalated?: readonly ReminderLine[];
}

export interface MondayCardParts {
  readonly list: PersonsList;
  /** The rating scheme of each plan that the list names. */
  readonly schemes: ReadonlyMap<number, RatingScheme>;
  /** Whose list it is. */
  readonly person: string;
  readonly now: Date;
  /** The deep link that opens their part of the plan. */
  readonly link: string;
  /** Their Teams id, for whom Teams keeps the card current by itself; none where it is not known. */
  readonly refreshFor?: readonly string[];
  /** How many plans could not be read, so that their lines are missing; none where it is left out. */
  readonly leftOut?: number | undefined;
  /** Whom a reminder did not reach; for the plan's owners. */
  readonly notReached?: readonly { readonly who: string; readonly why: string }[] | undefined;
}

/** One person's week: what is overdue, due and asked of them. Each line opens its card in place. */
export function mondayCard(parts: MondayCardParts): IAdaptiveCard {
  const { list, person, now, link, refreshFor = [], leftOut = 0 } = parts;
  const { overdue, due, asked, checks = [], escalated = [] } = list;
  const setting = { schemes: parts.schemes, today: dayOf(now), backTo: "mine" as const };
  const lines = (some: readonly ReminderLine[]) => some.map((line) => reminderLine(line, setting));
  const counts = [
    `${overdue.length} overdue`,
    `${due.length} due`,
    `${asked.length} asked of you`,
    ...(escalated.length > 0 ? [`${escalated.length} unanswered for long`] : []),
  ];
  return listCard({
    heading: "Your actions this week",
    summary: [
      person,
      `${weekdayOf(now)} ${formatDate(setting.today)}`,
      ...(leftOut > 0 ? [`without ${counted(leftOut, "plan")} that cannot be read`] : []),
    ].join(" · "),
    sections: [
      { heading: "Overdue", lines: lines(overdue) },
      { heading: `Due in the next ${daysAhead} days`, lines: lines(due) },
      { heading: "Asked of you", lines: lines(asked) },
      { heading: "To be checked again", lines: lines(checks) },
      { heading: "Questions nobody has answered", lines: lines(escalated) },
    ],
    nothing: "Nothing is overdue, due or asked of you.",
    counts: `${counts.join(", ")}.`,
    again: { verb: "showMine", data: {} },
    refreshFor,
    link,
    notReached: parts.notReached,
  });
}

/** An action or a challenge as a line of a list; pressing it opens its card. */
export function reminderLine(
  line: ReminderLine,
  setting: {
    readonly schemes: ReadonlyMap<number, RatingScheme>;
    readonly today: IsoDate;
    readonly backTo: BackTo;
  },
): ListLine {
  const { today, backTo, schemes } = setting;
  const { planId, challengeId, actionId = 0, rating, due } = line;
  const scheme = schemes.get(planId);
  const about = `${plainRef(line.ref)} ${whose(line.agencies)}`.trim();
  if (challengeId !== undefined) {
    const when = due ? answerInWords(due, today) : "No date to answer by";
    const data = { planId, recommendationId: line.recommendationId, challengeId, backTo };
    return { verb: "showChallenge", data, title: line.text || "A question", when, about };
  }
  return {
    verb: "showAction",
    data: { planId, actionId, backTo },
    title: line.text,
    when: dueInWords(due, today),
    about: rating && scheme ? `${about} · ${ratingWords(scheme, rating)}` : about,
  };
}

function whose(agencies: readonly string[]): string {
  const shown = agencies.slice(0, 3).map((name) => plain(name, 40));
  const more = agencies.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

const weekdays = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "Europe/London" });

function weekdayOf(now: Date): string {
  return weekdays.format(now);
}
