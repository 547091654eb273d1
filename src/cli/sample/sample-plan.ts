import type { NewAction, NewPlan, NewRecommendation } from "#plan/new-plan.ts";
import {
  addDays,
  formatDate,
  type IsoDate,
  type IsoInstant,
  monthEnd,
  weekday,
} from "#plan/iso-date.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { Challenge, Decision, Update } from "#plan/record.ts";
import { addWorkingDays } from "#plan/working-days.ts";
import { agencies } from "./agencies.ts";
import type {
  WrittenAction,
  WrittenDue,
  WrittenEntry,
  WrittenRecommendation,
} from "./authoring.ts";
import { recommendations } from "./recommendations.ts";
import { versions } from "./versions.ts";

interface Told {
  /** The same at every loading, so that a sample loaded twice stands there once. */
  readonly key: string;
  readonly daysAgo: number;
  readonly created: IsoInstant;
  /** The short name of an agency, or "challenge-group". */
  readonly who: string;
}

type SampleUpdate = Told &
  Pick<Update, "type" | "kind" | "evidence" | "rating" | "revisedDate"> & {
    readonly note: string;
    /** The key of the challenge it answers. */
    readonly answers?: string;
  };
type SampleDecision = Told &
  Pick<Decision, "type" | "kind" | "rating" | "date" | "reason" | "checkOn">;
type SampleChallenge = Told &
  Pick<Challenge, "type" | "agency" | "source" | "due"> & { readonly question: string };

/** One line of an action's record, waiting for the ids that the lists will give. */
export type SampleEntry = SampleUpdate | SampleDecision | SampleChallenge;

export interface SampleAction extends NewAction {
  /** Oldest first. */
  readonly record: readonly SampleEntry[];
}

export interface SampleRecommendation extends Omit<NewRecommendation, "actions"> {
  readonly actions: readonly SampleAction[];
}

/** A plan with a year behind it. Place and agencies are made up; people are role titles only. */
export interface SamplePlan extends NewPlan {
  readonly recommendations: readonly SampleRecommendation[];
}

const publishedDaysAgo = 372;

/**
 * The sample plan as it stands on `today`, every date in it reckoned from that day. Throws RangeError where the
 * working days around the submission are not known (before 2012, after 2035).
 */
export function samplePlan(today: IsoDate): SamplePlan {
  const published = addWorkingDays(addDays(today, -publishedDaysAgo - 1), 1);
  const inspectionFrom = mondayOnOrBefore(addDays(published, -33));
  return {
    plan: {
      title: "Health services for looked after children and safeguarding in Marlshire",
      regulator: "CQC",
      inspectionFrom,
      inspectionTo: addDays(inspectionFrom, 4),
      published,
      submissionDue: addWorkingDays(published, 20),
      submitted: addWorkingDays(published, 19),
      submittedTo: "Care Quality Commission",
      scheme: brag,
      version: versions.at(-1)?.number,
    },
    agencies,
    versions: versions.map(({ daysAgo, ...version }) => {
      const date = addDays(today, -daysAgo);
      return { ...version, date, dateAsPrinted: formatDate(date) };
    }),
    recommendations: recommendations.map((each, index) => recommendationOn(today, each, index)),
  };
}

function mondayOnOrBefore(date: IsoDate): IsoDate {
  return addDays(date, -((weekday(date) + 6) % 7));
}

function recommendationOn(
  today: IsoDate,
  { actions, ...written }: WrittenRecommendation,
  index: number,
): SampleRecommendation {
  return {
    ...written,
    order: index + 1,
    actions: actions.map((action, place) => actionOn(today, written.ref, action, place + 1)),
  };
}

function actionOn(
  today: IsoDate,
  ref: string,
  { record, due, ...written }: WrittenAction,
  order: number,
): SampleAction {
  const told = record.toSorted((one, other) => other.daysAgo - one.daysAgo);
  return {
    ...written,
    order,
    agencyAsPrinted: written.agencies.join("/"),
    ...dueOn(today, due),
    record: told.map((entry, index) => entryOn(today, `sample ${ref} ${order}`, entry, index + 1)),
  };
}

function dueOn(today: IsoDate, written: WrittenDue): Pick<NewAction, "due" | "dueAsPrinted"> {
  if ("words" in written) return { dueAsPrinted: written.words };
  const dates = written.days.map((days) => addDays(today, days));
  const last = dates.at(-1) ?? today;
  if (written.as !== "month") {
    const printed = dates.map((date) => printedAs[written.as](date)).join("\n");
    return { due: last, dueAsPrinted: printed };
  }
  const [year, month] = last.split("-").map(Number);
  return { due: monthEnd(year ?? 0, month ?? 0), dueAsPrinted: printedAs.month(last) };
}

const printedAs = {
  day: formatDate,
  "complete by": (date: IsoDate) => `Complete by ${formatDate(date)}`,
  numbers: (date: IsoDate) => date.split("-").toReversed().join("/"),
  month: (date: IsoDate) => formatDate(date).replace(/^\d+ /, ""),
};

function entryOn(
  today: IsoDate,
  action: string,
  written: WrittenEntry,
  place: number,
): SampleEntry {
  const { daysAgo } = written;
  const told = { key: `${action} ${place}`, daysAgo, created: momentOf(today, daysAgo, place) };
  const on = (days: number) => addDays(today, days);
  if (written.type === "challenge") {
    const { name, due, ...challenge } = written;
    return { ...challenge, ...told, key: `${action} ${name}`, due: on(due) };
  }
  if (written.type === "decision") {
    const { date, checkOn, ...decision } = written;
    return {
      ...decision,
      ...told,
      ...(date === undefined ? {} : { date: on(date) }),
      ...(checkOn === undefined ? {} : { checkOn: on(checkOn) }),
    };
  }
  const { asksFor, answers, ...update } = written;
  return {
    ...update,
    ...told,
    evidence: update.evidence.map((each) => ({ ...each, url: addressOf(each.name) })),
    ...(asksFor === undefined ? {} : { revisedDate: on(asksFor) }),
    ...(answers === undefined ? {} : { answers: `${action} ${answers}` }),
  };
}

/** In office hours, and within a day in the order of the record. */
function momentOf(today: IsoDate, daysAgo: number, place: number): IsoInstant {
  const minutes = String(place).padStart(2, "0");
  return `${addDays(today, -daysAgo)}T10:${minutes}:00Z`;
}

/** Where the file would be; it belongs to nobody and leads nowhere. */
function addressOf(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `https://evidence.marlshire.example/${words.join("-")}`;
}
