import { type IsoDate, isIsoDate, monthEnd } from "#plan/iso-date.ts";
import type { NewAction, NewAgency, NewPlan, NewRecommendation } from "#plan/new-plan.ts";
import type { PlanVersion } from "#plan/plan.ts";
import {
  brag,
  type Meaning,
  type Rating,
  type RatingScheme,
  ratingSchemes,
} from "#plan/rating-scheme.ts";
import type {
  DocumentAction,
  DocumentPlan,
  DocumentProblem,
  DocumentRating,
  DocumentRecommendation,
  DocumentVersion,
  PlanDocument,
} from "./plan-document.ts";
import { versionWords } from "./version-words.ts";

/**
 * The plan that a document becomes in the lists. Ratings that it prints are kept as words: no agency has stated them
 * here, so nothing is rated by an import. What could not be taken over is a problem, beside those of the reading.
 */
export function toNewPlan(
  read: PlanDocument,
  fallbackTitle: string,
): { readonly plan: NewPlan; readonly problems: readonly DocumentProblem[] } {
  const { scheme, problems } = schemeOf(read.plan.ratingScheme);
  const versions = (read.plan.versions ?? []).map(toVersion);
  return {
    plan: {
      plan: {
        title: read.plan.title ?? fallbackTitle,
        regulator: read.plan.regulator ?? "",
        ...datesOf(read.plan),
        scheme,
        version: versions.at(-1)?.number,
      },
      agencies: agenciesOf(read.recommendations),
      versions,
      recommendations: read.recommendations.map(toRecommendation),
      ...(read.findings.length > 0 && { findings: read.findings }),
    },
    problems: [...read.problems, ...problems],
  };
}

function datesOf(plan: DocumentPlan) {
  return {
    inspectionFrom: day(plan.inspectionFrom),
    inspectionTo: day(plan.inspectionTo),
    published: day(plan.published),
    submissionDue: day(plan.submissionDue),
  };
}

/** What a recommendation says of agencies. */
interface ActingUnder extends Pick<DocumentRecommendation, "addressees"> {
  readonly actions: readonly Pick<DocumentAction, "agencies">[];
}

/**
 * Every agency that has an action, in the order in which they appear, by the short name that actions print. The report
 * often addresses it by its whole name with the short one in brackets: "Marlshire Integrated Care Board (ICB)".
 */
export function agenciesOf(recommendations: readonly ActingUnder[]): readonly NewAgency[] {
  const acting = recommendations.flatMap(({ actions }) =>
    actions.flatMap(({ agencies }) => agencies),
  );
  const wholeNames = new Map(
    recommendations.flatMap(({ addressees }) =>
      addressees.flatMap((addressee): [string, string][] => {
        const [, name, shortName] = /^(.*\S)\s*\(([^()]+)\)$/.exec(addressee.trim()) ?? [];
        return name && shortName ? [[shortName.trim(), name]] : [];
      }),
    ),
  );
  return [...new Set(acting)].map((shortName) => ({
    shortName,
    name: wholeNames.get(shortName) ?? shortName,
    otherNames: [],
  }));
}

function toRecommendation(read: DocumentRecommendation, index: number): NewRecommendation {
  return {
    ref: read.ref ?? String(index + 1),
    order: index + 1,
    text: read.text || read.theme || (read.actions[0]?.text ?? ""),
    addressees: read.addressees,
    paragraphs: read.paragraphs,
    timescale: read.timescale,
    theme: read.theme,
    outcome: read.outcome,
    anticipatedEvidence: read.anticipatedEvidence,
    actions: read.actions.map((action, order) => toAction(action, order, read.text)),
  };
}

/** Where a plan says only how its recommendations stand, what is done is what was recommended. */
function toAction(read: DocumentAction, index: number, recommended: string): NewAction {
  return {
    order: index + 1,
    agencies: read.agencies,
    agencyAsPrinted: read.agency ?? "",
    text: read.text || recommended,
    leads: read.leads,
    due: lastDay(read.due),
    dueAsPrinted: read.dueText ?? "",
    milestones: read.milestones,
    outcomeMeasure: read.outcomeMeasure,
    measureOfSuccess: read.measureOfSuccess,
    evidenceExpected: read.evidence,
    progressAsPrinted: read.progress,
    notesAsPrinted: notesOf(read),
    ratingAsPrinted: read.rating,
    proposedAsPrinted: read.proposed,
    linksAsPrinted: read.links,
  };
}

/** What has no field of its own, a line each. */
function notesOf(read: DocumentAction): string | undefined {
  const { rating, standing, proposed, status, notes, links = [] } = read;
  const said = [
    rating && `Rating: ${rating}${standing ? standings[standing] : ""}`,
    proposed && proposed !== rating && `Proposed by agency: ${proposed}`,
    status && `Status: ${status}`,
    notes,
    ...links.map(({ words, url }) => `Link: ${words === url ? url : `${words} ${url}`}`),
  ].filter(Boolean);
  return said.length > 0 ? said.join("\n") : undefined;
}

const standings = {
  agreed: " (agreed by the peer-challenge group)",
  closed: " (agreed and closed by the peer-challenge group)",
} as const;

/** Where several dates are printed, the last is when all of it is due; a month is due at its end. */
function lastDay(printed: readonly string[]): IsoDate | undefined {
  return printed
    .map((text) => {
      const month = /^(\d{4})-(\d{2})$/.exec(text);
      return month ? monthEnd(Number(month[1]), Number(month[2])) : day(text);
    })
    .filter((each) => each !== undefined)
    .toSorted()
    .at(-1);
}

function toVersion(version: DocumentVersion): PlanVersion {
  const { number, date, author, action, comment, circulatedTo } = version;
  return {
    number,
    date: day(date),
    dateAsPrinted: date ?? "",
    author: author ?? "",
    comment: versionWords(action, comment),
    circulatedTo,
  };
}

const bestFirst: readonly Meaning[] = [
  "closed",
  "complete",
  "on-target",
  "off-target",
  "not-started",
];

/** The document's own key where every line of it is understood; else BRAG, and that is said. */
function schemeOf(key: readonly DocumentRating[] | undefined): {
  readonly scheme: RatingScheme;
  readonly problems: readonly DocumentProblem[];
} {
  if (!key || key.length === 0) {
    return {
      scheme: brag,
      problems: [
        { where: "Rating key", what: "The document has no rating key, so the plan uses BRAG." },
      ],
    };
  }
  const ours = ratingSchemes.find((scheme) => isKeyOf(scheme, key));
  if (ours) return { scheme: ours, problems: [] };
  const ratings = key.map(toRating);
  const known = ratings.filter((rating) => rating !== undefined);
  if (known.length < ratings.length || new Set(known.map(({ id }) => id)).size < known.length) {
    const words = key.map(({ name, definition }) => `${name}: ${definition}`).join("; ");
    return {
      scheme: brag,
      problems: [
        {
          where: "Rating key",
          what: `The key is not understood, so the plan uses BRAG. It says: ${words}`,
        },
      ],
    };
  }
  return {
    scheme: {
      id: "document",
      name: "As in the document",
      ratings: known.toSorted((one, other) => rank(one) - rank(other)),
    },
    problems: [],
  };
}

/** The key that we print for a scheme, line by line. */
function isKeyOf({ ratings }: RatingScheme, key: readonly DocumentRating[]): boolean {
  return (
    ratings.length === key.length &&
    ratings.every(({ name, definition }, index) => {
      return key[index]?.name === name && key[index].definition === definition;
    })
  );
}

function rank({ meaning }: Rating): number {
  return meaning ? bestFirst.indexOf(meaning) : bestFirst.length;
}

function toRating({ name, definition, meaning }: DocumentRating): Rating | undefined {
  const colour = brag.ratings.find((each) => name.trim().toLowerCase() === each.id);
  return colour && meaning
    ? {
        ...colour,
        name: name.trim(),
        letter: name.trim().charAt(0).toUpperCase(),
        definition,
        meaning,
      }
    : undefined;
}

function day(text: string | undefined): IsoDate | undefined {
  return text && isIsoDate(text) ? text : undefined;
}
