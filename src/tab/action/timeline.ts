import { foldAction } from "#plan/fold.ts";
import { byCreatedThenId } from "#plan/record-order.ts";
import { dayOf, formatDate, type IsoDate } from "#plan/iso-date.ts";
import type { Action, Agency } from "#plan/plan.ts";
import {
  knownOrNotRated,
  leastGood,
  notRated,
  type RatingId,
  ratingOf,
  type RatingScheme,
} from "#plan/rating-scheme.ts";
import { faultInWords } from "#plan/fault.ts";
import { ratingFaults } from "#plan/faults.ts";
import type { Challenge, Decision, Entry, EvidenceLink, Update } from "#plan/record.ts";
import { answerInWords } from "#plan/words.ts";
import { sourceInWords } from "#tab/challenge/source-words.ts";

/** One thing that was said, as a person reads it. */
export interface TimelineLine {
  /** "update 12" */
  readonly key: string;
  readonly sign: "update" | "date" | "challenge" | "decision";
  /** "Marlshire ICB proposed Green" */
  readonly head: string;
  readonly rating?: RatingStep;
  /** "Lead officer A · 14 October 2026" */
  readonly by: string;
  /** The question that it answers or resolves. */
  readonly question?: string;
  readonly text?: string;
  readonly evidence: readonly EvidenceLink[];
  /** Why it does not count, where it does not. */
  readonly ignored?: string;
  /** What of it cannot be read as it stands in its list. */
  readonly faults?: string;
}

export interface RatingStep {
  readonly to: RatingId;
  readonly from?: RatingId;
  readonly agreed: boolean;
}

interface About {
  readonly scheme: RatingScheme;
  readonly agencies: readonly Agency[];
  readonly action: Action;
  readonly today: IsoDate;
}

/** An action's record, newest first, with what each rating was before. */
export function timeline(about: About, record: readonly Entry[]): readonly TimelineLine[] {
  const proposed = new Map<string, RatingId>();
  const { ownClosings } = foldAction(about.scheme, about.agencies, about.action, record);
  const uncounted = new Set(ownClosings.map(({ id }) => id));
  const questions = new Map(
    record.filter((entry) => entry.type === "challenge").map(({ id, question }) => [id, question]),
  );
  return record
    .toSorted(byCreatedThenId)
    .map((entry) => {
      const own = {
        key: `${entry.type} ${entry.id}`,
        by: byLine(entry, about.today),
        ...faultsSaid(about, entry),
      };
      if (entry.type === "challenge") return { ...own, ...challengeLine(about, entry) };
      const question = questions.get(entry.challengeId ?? 0);
      const line = question === undefined ? own : { ...own, question };
      if (entry.type === "decision") {
        const ignored = uncounted.has(entry.id) ? { ignored: ownClosing } : {};
        return { ...line, ...decisionLine(about, entry, proposed), ...ignored };
      }
      return { ...line, ...updateLine(about, entry, proposed) };
    })
    .toReversed();
}

type Said = Omit<TimelineLine, "key" | "by" | "question" | "faults">;

function faultsSaid(
  { scheme }: Pick<About, "scheme">,
  entry: Entry,
): Pick<TimelineLine, "faults"> | undefined {
  const faults = [...(entry.faults ?? []), ...ratingFaults({ scheme }, entry)].map(faultInWords);
  return faults.length === 0
    ? undefined
    : { faults: `This cannot be right. ${faults.join("; ")}.` };
}

function updateLine(about: About, update: Update, proposed: Map<string, RatingId>): Said {
  const { scheme, agencies } = about;
  const { rating, note, folder, revisedDate, evidence } = update;
  const speaker = speakerOf(about, folder);
  const name = agencies.find((agency) => agency.folder === folder)?.name ?? folder;
  const before = speaker && proposed.get(speaker.shortName);
  if (speaker && rating !== undefined)
    proposed.set(speaker.shortName, knownOrNotRated(scheme, rating));
  return {
    sign: revisedDate === undefined ? "update" : "date",
    head: `${name} ${deed(scheme, update)}`,
    ...(rating === undefined
      ? {}
      : { rating: step(knownOrNotRated(scheme, rating), before, false) }),
    ...(note === undefined ? {} : { text: note }),
    evidence,
    ...(speaker ? {} : { ignored: notCounted }),
  };
}

/** The agency whose folder it is, where the action is one of its own. */
function speakerOf({ agencies, action }: About, folder: string): Agency | undefined {
  return agencies.find(
    (agency) => agency.folder === folder && action.agencies.includes(agency.shortName),
  );
}

const ownClosing =
  "This does not count: whoever recorded it had reported on the action. Somebody else of the group closes it.";

const notCounted = "This does not count: it was said for an agency that the action does not name.";

function deed(scheme: RatingScheme, { kind, rating, revisedDate }: Update): string {
  const deeds = [
    rating !== undefined && `proposed ${shownName(scheme, rating)}`,
    revisedDate !== undefined && `asked for ${formatDate(revisedDate)}`,
  ].filter(Boolean);
  const others = {
    progress: "reported progress",
    response: "answered a challenge",
    monitoring: "checked whether it held",
  } satisfies Record<Update["kind"], string>;
  if (deeds.length === 0) return others[kind];
  return kind === "progress" ? deeds.join(" and ") : [others[kind], ...deeds].join(" and ");
}

/** One that the scheme does not have is shown as what it counts as. */
function shownName(scheme: RatingScheme, rating: RatingId): string {
  return ratingOf(scheme, knownOrNotRated(scheme, rating)).name;
}

function decisionLine(
  { scheme, action }: About,
  decision: Decision,
  proposed: ReadonlyMap<string, RatingId>,
): Said {
  const { kind, rating, date } = decision;
  const said = action.agencies.flatMap((agency) => proposed.get(agency) ?? []);
  const before = said.length > 0 ? leastGood(scheme, said) : notRated.id;
  const heads = {
    "rating-agreed": `The group agreed ${rating === undefined ? "the rating" : shownName(scheme, rating)}`,
    "date-agreed": `The group agreed ${date === undefined ? "a new date" : formatDate(date)}`,
    closed: "The group closed the action",
    reopened: "The group opened the action again",
    "monitoring-asked": "The group asked for monitoring",
    "challenge-resolved": "The group took a question as answered",
  } satisfies Record<Decision["kind"], string>;
  return {
    sign: kind === "date-agreed" ? "date" : "decision",
    head: heads[kind],
    ...(rating === undefined
      ? {}
      : { rating: step(knownOrNotRated(scheme, rating), before, true) }),
    ...textOf(decision),
    evidence: [],
  };
}

/** The reason, and who looks again when. */
function textOf({ reason, checkBy, checkOn }: Decision): { readonly text?: string } {
  const again =
    checkOn === undefined
      ? undefined
      : `${checkBy ?? "Somebody"} checks again on ${formatDate(checkOn)}.`;
  const text = [reason, again].filter(Boolean).join("\n");
  return text === "" ? {} : { text };
}

function challengeLine({ agencies }: About, challenge: Challenge): Said {
  const to = agencies.find(({ shortName }) => shortName === challenge.agency)?.name;
  return {
    sign: "challenge",
    head: [challengeHead(challenge, to ?? challenge.agency), sourceInWords(challenge.source)]
      .filter(Boolean)
      .join(", from "),
    ...(challenge.question === undefined ? {} : { text: challenge.question }),
    evidence: [],
  };
}

function challengeHead({ followsUp }: Challenge, to: string): string {
  return followsUp === undefined ? `Challenge to ${to}` : `Asked further of ${to}`;
}

function step(to: RatingId, before: RatingId | undefined, agreed: boolean): RatingStep {
  const moved = before !== undefined && before !== to;
  return { to, agreed, ...(moved ? { from: before } : {}) };
}

function byLine(entry: Entry, today: IsoDate): string {
  const due = entry.type === "challenge" ? entry.due : undefined;
  const parts = [
    entry.author?.name,
    formatDate(dayOf(entry.created)),
    due && answerInWords(due, today),
  ];
  return parts.filter(Boolean).join(" · ");
}
