import {
  type Arbitrary,
  array,
  boolean,
  constantFrom,
  integer,
  nat,
  oneof,
  option,
  record as fieldsOf,
  subarray,
  tuple,
  uniqueArray,
} from "fast-check";
import { formatDate, type IsoDate, isoDate } from "#plan/iso-date.ts";
import type { Action, Agency, Recommendation } from "#plan/plan.ts";
import type { WholePlan } from "#plan/plan-on-date.ts";
import type { Finding } from "#plan/finding.ts";
import { brag, type RatingScheme, ratingSchemes } from "#plan/rating-scheme.ts";
import type { Entry, EvidenceLink } from "#plan/record.ts";
import { plainLine, text } from "./random-words.ts";

const maybe = <T>(one: Arbitrary<T>) => option(one, { nil: undefined });

const day: Arbitrary<IsoDate> = tuple(
  integer({ min: 2015, max: 2030 }),
  integer({ min: 1, max: 12 }),
  integer({ min: 1, max: 28 }),
).map(([year, month, date]) =>
  isoDate(`${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`),
);

const shortNames = ["MVHT", "QCMH", "MCC", "GRS"];
const agencies: readonly Agency[] = shortNames.map((shortName, index) => ({
  id: index + 1,
  shortName,
  name: `${shortName} in full`,
  otherNames: [],
  folder: `folder-${shortName}`,
  group: `Plan: ${shortName}`,
}));
const someAgencies = subarray(shortNames, { minLength: 1 });

/** Dates as plans print them, with what is read from each: the last of several, the end of a month. */
export const vagueDates: Readonly<Record<string, readonly string[]>> = {
  "31 October 2027 / 30 April 2028": ["2027-10-31", "2028-04-30"],
  "Complete by 31 August 2027\nThen 30 November 2027": ["2027-08-31", "2027-11-30"],
  "September 2027": ["2027-09"],
  "14th June 2027": ["2027-06-14"],
  "31.12.27": ["2027-12-31"],
  Immediate: [],
  "To be agreed": [],
};

const due = oneof(
  day.map((date) => ({ due: date, dueAsPrinted: formatDate(date) })),
  day.map((date) => ({ due: date, dueAsPrinted: `Complete by ${formatDate(date)}` })),
  constantFrom(...Object.keys(vagueDates)).map((dueAsPrinted) => ({ dueAsPrinted })),
);

/** Two pieces of one name, and one whose name somebody wrote into a note. */
const piece = constantFrom<EvidenceLink>(
  { name: "Audit report", url: "https://evidence.example/1", kind: "impact" },
  { name: "Audit report", url: "https://evidence.example/2?v=a&b=%20c", kind: "impact" },
  { name: "Audit", url: "https://evidence.example/audit#p3", kind: "activity" },
);

const action = fieldsOf({
  agencies: someAgencies,
  joint: constantFrom("/", "\n", ", "),
  text,
  leads: array(plainLine, { maxLength: 3 }),
  due,
  milestones: maybe(text),
  outcomeMeasure: maybe(text),
  measureOfSuccess: maybe(text),
  evidenceExpected: maybe(text),
  progressAsPrinted: maybe(text),
  notesAsPrinted: maybe(text),
  record: array(
    fieldsOf({
      type: constantFrom("update", "decision"),
      rating: nat(),
      note: text,
      evidence: array(piece, { maxLength: 3 }),
      closes: boolean(),
    }),
    { maxLength: 3 },
  ),
});

const recommendation = fieldsOf({
  text,
  addressees: someAgencies,
  paragraphs: uniqueArray(constantFrom("1.1", "2.3", "5.3.4", "3.14"), { maxLength: 3 }),
  timescale: maybe(constantFrom("Immediate", "Within 3 months")),
  theme: maybe(plainLine),
  outcome: maybe(text),
  anticipatedEvidence: maybe(text),
  actions: array(action, { maxLength: 3 }),
});

/** With and without a comment beside what was done, who it went to, and a day. */
const version = fieldsOf({
  when: oneof(
    day.map((date) => ({ date, dateAsPrinted: formatDate(date) })),
    day.map((date) => ({ date, dateAsPrinted: date })),
    constantFrom("Spring 2027", "to be confirmed").map((dateAsPrinted) => ({ dateAsPrinted })),
  ),
  author: plainLine,
  words: oneof(
    text,
    text.map((comment) => `Comment: ${comment}`),
    array(text, { minLength: 2, maxLength: 2 }).map((both) => both.join("\nComment: ")),
  ),
  circulatedTo: maybe(text),
});

/** As a regulator's report has them, the second of them behind nothing. */
const findings = array(text, { maxLength: 2 }).map((texts) =>
  texts.map((each, index) => ({
    paragraph: `3.${index + 1}`,
    text: each,
    recommendations: index === 0 ? ["1.1", "1.2"] : [],
  })),
);

/** A plan with the findings of its report. */
export interface RandomPlan extends WholePlan {
  readonly findings: readonly Finding[];
}

/** Small plans as the lists might hold them, with a little record. */
export const randomPlans: Arbitrary<RandomPlan> = fieldsOf({
  findings,
  title: plainLine,
  regulator: plainLine,
  dates: uniqueArray(day, { minLength: 4, maxLength: 4 }).map((days) => days.toSorted()),
  scheme: constantFrom(...ratingSchemes),
  versions: array(version, { maxLength: 3 }),
  // At least one action somewhere: a plan without any is none.
  recommendations: array(recommendation, { minLength: 1, maxLength: 4 }).filter((all) =>
    all.some(({ actions }) => actions.length > 0),
  ),
}).map(({ title, regulator, dates, scheme, versions, recommendations, findings: found }) => {
  const [inspectionFrom, inspectionTo, published, submissionDue] = dates;
  const definitions = recommendations.map(
    ({ actions: _actions, ...each }, index): Recommendation => ({
      ...each,
      id: index + 1,
      order: index + 1,
      ref: `1.${index + 1}`,
    }),
  );
  const drafts = recommendations.flatMap(({ actions }, index) =>
    actions.map((each) => ({ ...each, recommendationId: index + 1 })),
  );
  return {
    plan: {
      id: 1,
      title,
      regulator,
      inspectionFrom,
      inspectionTo,
      published,
      submissionDue,
      scheme,
      version: versions.length > 0 ? String(versions.length) : undefined,
    },
    agencies,
    findings: found,
    versions: versions.map(({ when, words, ...each }, index) => ({
      ...each,
      ...when,
      number: index === 1 ? "1.5 draft" : String(index + 1),
      comment: words,
    })),
    recommendations: definitions,
    actions: drafts.map(({ record: _record, joint, due: by, ...each }, index): Action => ({
      ...each,
      ...by,
      id: index + 1,
      order: index + 1,
      agencyAsPrinted: each.agencies.join(joint),
    })),
    record: drafts.flatMap(({ record, agencies: speaking }, index) =>
      record.map((said, at) => entryOf(said, scheme, { index, at, who: speaking[0] ?? "" })),
    ),
  };
});

interface SaidOfAction {
  readonly type: string;
  readonly rating: number;
  readonly note: string;
  readonly evidence: readonly EvidenceLink[];
  readonly closes: boolean;
}

function entryOf(
  { type, rating, note, evidence, closes }: SaidOfAction,
  scheme: RatingScheme,
  { index, at, who }: { readonly index: number; readonly at: number; readonly who: string },
): Entry {
  const { ratings } = scheme.ratings.length > 0 ? scheme : brag;
  const said = {
    id: index * 10 + at + 1,
    key: `${index} ${at}`,
    created: `2026-0${at + 1}-15T10:00:00Z`,
    author: { id: 1, name: "Lead officer" },
    actionId: index + 1,
    rating: ratings[rating % (ratings.length + 1)]?.id,
  };
  if (type === "decision")
    return { ...said, type: "decision", kind: closes ? "closed" : "rating-agreed", reason: note };
  return {
    ...said,
    type: "update",
    kind: "progress",
    folder: `folder-${who}`,
    note,
    evidence,
    evidenceCount: evidence.length,
    impactCount: evidence.filter(({ kind }) => kind === "impact").length,
  };
}
