import { parseDueDate } from "#plan/due-date.ts";
import type { DocumentAction, DocumentProblem, DocumentRecommendation } from "../plan-document.ts";
import { partedAtKnown, readAddressees } from "./addressees.ts";
import { agencyNames, type AgencyNames } from "./agency-names.ts";
import { colourName, colourWords } from "./colours.ts";
import type { DraftAction, DraftRecommendation } from "./draft.ts";
import type { KeyRating } from "./rating-key.ts";
import { remembering } from "./remembering.ts";
import { RecommendationGroups, type SaidOver } from "./recommendation-groups.ts";

interface Read {
  readonly recommendations: readonly DocumentRecommendation[];
  readonly problems: readonly DocumentProblem[];
}

/** Turns what was collected into recommendations; a heading over several gives them its addressees. */
export function recommendationsFrom(
  drafts: readonly DraftRecommendation[],
  key: readonly KeyRating[],
): Read {
  const problems: DocumentProblem[] = [];
  const groups = new RecommendationGroups(drafts);
  const names = agencyNames(
    drafts.flatMap((draft) => draft.actions.map((action) => action.agency ?? "")),
    [...groups.addressees, ...drafts.flatMap(ownAddressees)],
  );
  const known = new Set(drafts.flatMap(ownAddressees));
  const recommendations = drafts
    .filter((draft) => !groups.has(draft))
    .map((draft) => ({
      ...definitionOf(draft, groups.over(draft), problems),
      addressees:
        ownAddressees(draft).length > 0
          ? ownAddressees(draft).flatMap((name) => partedAtKnown(name, known))
          : groups.over(draft).addressees,
      actions: draft.actions.map((action) => actionFrom(action, names, key, problems)),
    }));
  return { recommendations, problems };
}

/** Printed beside it, or in a line "Addressed to:" of its own, where semicolons part them. */
function ownAddressees({ addressees, fields }: DraftRecommendation): readonly string[] {
  const lines = fields.addressees.flatMap((line) =>
    line.includes(";") ? line.split(";").map((name) => name.trim()) : readAddressees(line),
  );
  return [...addressees, ...lines].filter(Boolean);
}

/** Its own theme, or that of a heading over several. */
function themeOf(theme: readonly string[], over: SaidOver): readonly string[] {
  return theme.length > 0 ? theme : over.theme;
}

function definitionOf(
  draft: DraftRecommendation,
  over: SaidOver,
  problems: DocumentProblem[],
): Omit<DocumentRecommendation, "actions" | "addressees"> {
  const isNamed = draft.text.length > 0 || draft.ref !== undefined || draft.fields.theme.length > 0;
  if (!isNamed && draft.sectionHeading) draft.text.push(draft.sectionHeading);
  const isTheme = draft.ref === undefined && draft.fields.theme.length > 0;
  if (draft.text.length === 0 && !isTheme) {
    const what = `No words of ${draft.ref ? `recommendation ${draft.ref}` : "a recommendation"} were found.`;
    problems.push({ where: draft.where, what });
  }
  const { outcome, anticipatedEvidence, theme, timescale } = draft.fields;
  return {
    ...(draft.ref !== undefined && { ref: draft.ref }),
    ...optional("timescale", timescale),
    ...optional("theme", themeOf(theme, over)),
    text: draft.text.join("\n"),
    paragraphs: draft.paragraphs,
    ...optional("outcome", outcome),
    ...optional("anticipatedEvidence", anticipatedEvidence),
  };
}

function actionFrom(
  draft: DraftAction,
  names: AgencyNames,
  key: readonly KeyRating[],
  problems: DocumentProblem[],
): DocumentAction {
  const dueText = draft.due.join("\n");
  const status = [
    ...draft.status,
    ...draft.ratingWords.flatMap((words) => beyondRating(words, key)),
  ];
  const rated = ratingFrom(draft, key);
  const text = draft.text.join("\n");
  if (!text && !draft.onlyStatus)
    problems.push({ where: draft.where, what: "This row says nothing in its action column." });
  return {
    ...(draft.agency !== undefined && { agency: draft.agency }),
    agencies: draft.agency === undefined ? [] : names.namedIn(draft.agency),
    text,
    leads: draft.leads,
    ...optional("milestones", draft.milestones),
    ...optional("outcomeMeasure", draft.outcomeMeasure),
    ...optional("measureOfSuccess", draft.measureOfSuccess),
    ...optional("evidence", draft.evidence),
    ...optional("dueText", draft.due),
    due: datesIn(dueText, draft.where, problems),
    ...optional("status", status),
    ...rated,
    ...optional("progress", draft.progress),
    ...optional("notes", draft.notes),
    ...(draft.links.length > 0 && { links: draft.links }),
  };
}

/** Of one cell, whose words are kept whole. */
const mostUnclear = 10;

/** Only dates that are printed; a timescale is reckoned by whoever knows the day of publication. */
function datesIn(dueText: string, where: string, problems: DocumentProblem[]): readonly string[] {
  const { dates, unclear } = datesOf(dueText);
  problems.push(...unclear.map((what) => ({ where, what })));
  return dates;
}

/** A plan has the same few days again and again. */
const datesOf = remembering((dueText) => {
  const { dates, timescale, problems } = parseDueDate(withoutCounting(dueText));
  return {
    dates: dates.map((date) => date.text),
    unclear: timescale ? [] : problems.slice(0, mostUnclear),
  };
});

/** "1. 31.03.2027" above "2. 30.04.2027": which of a cell's actions each date is of. */
function withoutCounting(dueText: string): string {
  const lines = dueText.split("\n");
  const isCounted = lines.every(
    (line, at) => line.startsWith(`${at + 1}. `) || line.startsWith(`${at + 1}) `),
  );
  return lines.length > 1 && isCounted
    ? lines.map((line) => line.replace(/^\d+[.)] /, "")).join("\n")
    : dueText;
}

type Rated = Pick<DocumentAction, "rating" | "standing" | "proposed">;

/** The rating that counts, and how it stands: what the group is said to have agreed is so where it is that rating. */
function ratingFrom(draft: DraftAction, key: readonly KeyRating[]): Rated {
  const [agreed] = draft.agreed.flatMap((word) => ratingOfWord(word, key));
  const [proposed] = draft.proposed.flatMap((word) => ratingOfWord(word, key));
  const rating = markedRating(draft, key) ?? agreed;
  const isAgreed = draft.standing !== undefined || (agreed !== undefined && agreed === rating);
  const standing = draft.standing ?? "agreed";
  return {
    ...(rating !== undefined && { rating }),
    ...(isAgreed && (rating !== undefined || standing === "closed") && { standing }),
    ...(proposed !== undefined && { proposed }),
  };
}

/** One rating, by word, letter or colour; two different ones say nothing certain. */
function markedRating({ marks }: DraftAction, key: readonly KeyRating[]): string | undefined {
  const words = new Set(
    marks.flatMap((mark) => mark.words.flatMap((word) => ratingOfWord(word, key))),
  );
  const [said] = words;
  if (words.size > 0) return words.size === 1 ? said : undefined;
  const colours = marks.flatMap((mark) => mark.colours.flatMap((hex) => colourName(hex) ?? []));
  const shown = new Set(colours.map((colour) => nameOf(colour, key)));
  return shown.size === 1 ? [...shown][0] : undefined;
}

/** Lines that stand beside ratings in their cell and were understood, or say that there is none. */
const besideRating = /^(?:not rated|[-–—]|agency: .+|agreed(?:, closed)?|closed by the group)$/i;

/** Their colour is the rating. */
const colourSigns = /[🔵🟦🟢🟩🟡🟠🟨🟧🔴🟥●■⬤]/gu;

/** What a cell for ratings says beyond one is kept as it is printed; the letter of the rating beneath it is none. */
function beyondRating(words: string, key: readonly KeyRating[]): string[] {
  const lines = words
    .split("\n")
    .map((line) => line.replaceAll(colourSigns, "").trim())
    .filter(Boolean);
  const rates = (line: string) => ratingOfWord(line, key).length > 0;
  const isLetter = (line: string) => /^\p{L}$/u.test(line) && lines.some(rates);
  return lines.filter((line) => !besideRating.test(line) && !rates(line) && !isLetter(line));
}

function ratingOfWord(word: string, key: readonly KeyRating[]): string[] {
  const plain = word.toLowerCase().replace(/[.:*]/g, "").trim();
  const named = key.find((rating) => rating.name.toLowerCase() === plain);
  if (named) return [named.name];
  const colour = colourWords.get(plain);
  return colour ? [nameOf(colour, key)] : [];
}

function nameOf(colour: string, key: readonly KeyRating[]): string {
  const named = key.find((rating) => rating.colour === colour);
  return named?.name ?? colour.charAt(0).toUpperCase() + colour.slice(1);
}

function optional<Name extends string>(
  name: Name,
  lines: readonly string[],
): Partial<Record<Name, string>> {
  const one: Partial<Record<Name, string>> = {};
  if (lines.length > 0) one[name] = lines.join("\n");
  return one;
}
