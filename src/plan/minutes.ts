import { foldAction } from "./fold.ts";
import { formatDate, type IsoInstant } from "./iso-date.ts";
import type { Meeting, MeetingNote } from "./meeting.ts";
import { type Party, parties } from "./meeting-rules.ts";
import type { Action, Agency, Plan, Recommendation } from "./plan.ts";
import { knownOrNotRated, ratingOf } from "./rating-scheme.ts";
import type { Challenge, Decision, Entry } from "./record.ts";

/** One thing that was said or decided, as the minutes print it. */
export interface MinutesLine {
  readonly at: IsoInstant;
  /** "Asked Trust", "Trust answered", "Decided". */
  readonly what: string;
  readonly words: string;
  /** Who wrote it down. */
  readonly by?: string | undefined;
}

/** What was said of one action, or of the recommendation as a whole. */
export interface MinutesPart {
  readonly action?: Action | undefined;
  readonly lines: readonly MinutesLine[];
}

export interface MinutesItem {
  readonly recommendation: Recommendation;
  readonly parts: readonly MinutesPart[];
}

/** A meeting as it is handed over. */
export interface Minutes {
  readonly plan: Plan;
  readonly meeting: Meeting;
  readonly parties: readonly Party[];
  /** What was talked about, in the agenda's order; then what came up beside it, in the report's. */
  readonly items: readonly MinutesItem[];
  /** What stood on the agenda and nothing was written down of. */
  readonly notReached: readonly {
    readonly recommendation: Recommendation;
    readonly question: string;
  }[];
}

export interface MinutesOf {
  readonly open: {
    readonly plan: Plan;
    readonly agencies: readonly Agency[];
    readonly recommendations: readonly Recommendation[];
    readonly actions: readonly Action[];
    /** The plan's record, for what was proposed when something was agreed. */
    readonly record: readonly Entry[];
  };
  readonly meeting: Meeting;
  readonly notes: readonly MeetingNote[];
  /** The questions and decisions of this meeting, with their words. */
  readonly record: readonly (Challenge | Decision)[];
}

/** What the minutes of a meeting say: nothing but what was written down at it. */
export function minutesOfMeeting(of: MinutesOf): Minutes {
  const { open, meeting } = of;
  const said = Map.groupBy(saidAt(of), ({ recommendationId }) => recommendationId);
  const inOrder = recommendationsInOrder(of);
  return {
    plan: open.plan,
    meeting,
    parties: parties(meeting.attendance),
    items: inOrder.flatMap((recommendation) => {
      const lines = said.get(recommendation.id);
      return lines ? [{ recommendation, parts: partsOf(open.actions, lines) }] : [];
    }),
    notReached: meeting.agenda.flatMap(({ recommendationId, question }) => {
      const recommendation = inOrder.find(({ id }) => id === recommendationId);
      return recommendation && !said.has(recommendationId) ? [{ recommendation, question }] : [];
    }),
  };
}

interface Said extends MinutesLine {
  readonly recommendationId: number;
  readonly actionId?: number | undefined;
}

function saidAt({ open, notes, record }: MinutesOf): readonly Said[] {
  const ofNotes = notes.flatMap((note): Said[] =>
    note.recommendationId === undefined
      ? []
      : [{ ...noteLine(note), ...placeOf(note, note.recommendationId) }],
  );
  const ofRecord = record.flatMap((entry): Said[] => {
    const { recommendationId } = entry;
    if (recommendationId === undefined) return [];
    const line =
      entry.type === "challenge" ? questionLine(entry) : decisionLine(open, entry, record);
    return [{ ...line, ...placeOf(entry, recommendationId) }];
  });
  return [...ofNotes, ...ofRecord].toSorted(
    (one, other) => compare(one.at, other.at) || rank(one) - rank(other),
  );
}

/** SharePoint tells seconds: of what was written down in one, the question came first and the decision last. */
function rank({ what }: MinutesLine): number {
  if (what.startsWith("Asked")) return 0;
  return what === "Decided" ? 2 : 1;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function placeOf(
  { created, author, actionId }: Pick<MeetingNote, "created" | "author" | "actionId">,
  recommendationId: number,
) {
  return { at: created, by: author?.name, recommendationId, actionId };
}

function noteLine({ kind, agency, words }: MeetingNote): Pick<MinutesLine, "what" | "words"> {
  const whats = {
    asked: agency === undefined ? "Asked" : `Asked ${agency}`,
    answered: agency === undefined ? "Answered" : `${agency} answered`,
    disagreed: agency === undefined ? "Disagreed" : `${agency} disagreed`,
    noted: "Noted",
  } satisfies Record<MeetingNote["kind"], string>;
  return { what: whats[kind], words };
}

function questionLine({ agency, question, due }: Challenge): Pick<MinutesLine, "what" | "words"> {
  const by = due === undefined ? [] : [`Answer by ${formatDate(due)}.`];
  return { what: `Asked ${agency}`, words: [question ?? "", ...by].join(" ").trim() };
}

function decisionLine(
  open: MinutesOf["open"],
  decision: Decision,
  record: MinutesOf["record"],
): Pick<MinutesLine, "what" | "words"> {
  const { reason } = decision;
  const words = [decided(open, decision, record), ...(reason === undefined ? [] : [reason])];
  return { what: "Decided", words: words.join(" ") };
}

function decided(open: MinutesOf["open"], decision: Decision, record: MinutesOf["record"]): string {
  const { kind, date } = decision;
  const check = laterCheck(decision);
  const words = {
    "rating-agreed": () => ratingAgreed(open, decision),
    "date-agreed": () =>
      date === undefined ? "Agreed a new date." : `Agreed a new date: ${formatDate(date)}.`,
    closed: () => `Closed. ${check}`,
    reopened: () => "Opened again.",
    "monitoring-asked": () => `Asked for a later check. ${check}`,
    "challenge-resolved": () => resolved(decision, record),
  } satisfies Record<Decision["kind"], () => string>;
  return words[kind]().trim();
}

function laterCheck({ checkBy, checkOn }: Decision): string {
  if (checkBy === undefined) return "";
  return `${checkBy} checks again${checkOn === undefined ? "" : ` on ${formatDate(checkOn)}`}.`;
}

function resolved({ challengeId }: Decision, record: MinutesOf["record"]): string {
  const question = record.find(({ type, id }) => type === "challenge" && id === challengeId);
  const words = question?.type === "challenge" ? question.question : undefined;
  return words === undefined
    ? "Nothing more to ask about the question."
    : `Nothing more to ask about “${words}”`;
}

/** What its agencies proposed at that moment stands beside it where the group agreed something else. */
function ratingAgreed({ plan, agencies, actions, record }: MinutesOf["open"], decision: Decision) {
  const { rating, actionId, created } = decision;
  if (rating === undefined) return "Agreed the rating.";
  const agreed = ratingOf(plan.scheme, knownOrNotRated(plan.scheme, rating)).name;
  const action = actions.find(({ id }) => id === actionId);
  if (!action) return `Agreed ${agreed}.`;
  const before = record.filter((entry) => entry.created <= created);
  const { proposed } = foldAction(plan.scheme, agencies, action, before);
  return proposed === rating
    ? `Agreed ${agreed}, as proposed.`
    : `Agreed ${agreed}; proposed was ${ratingOf(plan.scheme, proposed).name}.`;
}

function recommendationsInOrder({ open, meeting }: MinutesOf): readonly Recommendation[] {
  const planned = [...new Set(meeting.agenda.map(({ recommendationId }) => recommendationId))];
  const onAgenda = planned.flatMap(
    (id) => open.recommendations.find((each) => each.id === id) ?? [],
  );
  const others = open.recommendations
    .filter(({ id }) => !planned.includes(id))
    .toSorted((one, other) => one.order - other.order);
  return [...onAgenda, ...others];
}

/** The recommendation as a whole first, then its actions in their order. */
function partsOf(actions: readonly Action[], said: readonly Said[]): readonly MinutesPart[] {
  const byAction = Map.groupBy(said, ({ actionId }) => actionId);
  const known = actions
    .filter(({ id }) => byAction.has(id))
    .toSorted((one, other) => one.order - other.order);
  const whole = said.filter(({ actionId }) => !known.some(({ id }) => id === actionId));
  return [
    ...(whole.length > 0 ? [{ lines: whole }] : []),
    ...known.map((action) => ({ action, lines: byAction.get(action.id) ?? [] })),
  ];
}
