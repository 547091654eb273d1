import { type FileChild, HeadingLevel, Paragraph, type TableRow } from "docx";
import { dayOf, formatDate } from "#plan/iso-date.ts";
import type { QuestionedRecommendation, QuestionInPack, ScrutinyPack } from "#plan/papers.ts";
import { ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import type { Update } from "#plan/record.ts";
import { counted } from "#plan/words.ts";
import { cleanText, linesOf } from "./clean-text.ts";
import { evidenceWords, type ProgressLine } from "./progress-lines.ts";
import { linkedParagraphs } from "./word/links.ts";
import { paperHead, writePaper } from "./word/paper.ts";
import { bodyRow, cellOf, headingRow, linesOfRow, tableOf, textCell } from "./word/table.ts";
import { paragraphsOf } from "./word/text.ts";

const columns = [
  { heading: "Asked", weight: 17 },
  { heading: "Question", weight: 30 },
  { heading: "Answer", weight: 38 },
  { heading: "Rating", weight: 20 },
  { heading: "Where it stands", weight: 20 },
];

/**
 * The questions that were put to agencies, with their answers, dates, and the ratings claimed and agreed, as a Word
 * document (.docx). Runs in Node and in the browser.
 */
export async function writeScrutinyPack(pack: ScrutinyPack): Promise<Uint8Array> {
  const { plan, parts } = pack;
  return writePaper({
    name: "Scrutiny pack",
    plan,
    landscape: true,
    children: [
      ...paperHead("Scrutiny pack: questions and answers", plan),
      new Paragraph({ style: "Beside", text: inShort(pack) }),
      ...parts.flatMap((part) => recommendationPart(plan.plan.scheme, part)),
    ],
  });
}

function inShort({ parts, since }: ScrutinyPack): string {
  const questions = parts.flatMap((part) => part.questions);
  const when = since === undefined ? "" : ` since ${formatDate(since)}`;
  if (questions.length === 0) return `No question was put to an agency${when}.`;
  const of = (status: QuestionInPack["status"]) =>
    questions.filter((each) => each.status === status).length;
  return `${counted(questions.length, "question")} on ${counted(parts.length, "recommendation")}${when}: ${of("open")} open, ${of("answered")} answered, ${of("followed-up")} followed up, ${of("resolved")} resolved. A rating is claimed by the agency, and agreed by the peer-challenge group.`;
}

function recommendationPart(
  scheme: RatingScheme,
  { recommendation, questions }: QuestionedRecommendation,
): readonly FileChild[] {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      text: `Recommendation ${linesOf(recommendation.ref).join(" ")}`,
    }),
    ...paragraphsOf(linesOf(recommendation.text), { style: "RecommendationText" }),
    tableOf(columns, [headingRow(columns), ...questions.map((each) => questionRow(scheme, each))]),
  ];
}

function questionRow(scheme: RatingScheme, question: QuestionInPack): TableRow {
  const { challenge, answers } = question;
  const told = answers.flatMap(answerLines);
  const answer = told.length > 0 ? told.map(({ line }) => line) : [notAnswered(question)];
  const cells = [
    askedLines(question),
    linesOf(challenge.question),
    answer,
    ratingLines(scheme, question),
    standingLines(question),
  ];
  return bodyRow(
    cells.map((lines, index) =>
      index === 2 && told.length > 0 ? cellOf(linkedParagraphs(told)) : textCell(lines),
    ),
    linesOfRow(columns, cells),
  );
}

function askedLines({ challenge, agency }: QuestionInPack): readonly string[] {
  const { author, source, due, created } = challenge;
  const from = source === "scrutiny" ? "scrutiny" : author?.name;
  return [
    formatDate(dayOf(created)),
    `To ${agency?.name ?? challenge.agency}`,
    ...(from === undefined ? [] : [`From ${from}`]),
    ...(due === undefined ? [] : [`Answer by ${formatDate(due)}`]),
  ].map(cleanText);
}

function answerLines({ created, note, author, evidence }: Update): readonly ProgressLine[] {
  const by = author ? `, ${author.name}` : "";
  const said = `${formatDate(dayOf(created))}${by}: ${linesOf(note).join(" ")}`;
  return [
    ...linesOf(said).map((line) => ({ line, evidence: [] })),
    ...evidence.map((each) => ({ line: evidenceWords(each), evidence: [each] })),
  ];
}

/** A scrutiny member reads what is missing as well as what is there. */
function notAnswered({ resolved }: QuestionInPack): string {
  return resolved ? "Resolved without an answer." : "Not answered yet.";
}

/** Of each action asked about: what the agency claims, and what the group agreed, with the days. */
function ratingLines(
  scheme: RatingScheme,
  { about, challenge }: QuestionInPack,
): readonly string[] {
  if (about.length === 0)
    return [cleanText(`${challenge.agency} has no action under it: nothing is rated`)];
  return about.flatMap(({ action, state }) => {
    const claimed = ratingOf(scheme, state.proposed).name;
    const which = about.length > 1 ? `Action ${action.order}: ` : "";
    return [
      `${which}claimed ${claimed}${onDay(state.proposedAt)}`,
      state.agreed === undefined
        ? "nothing agreed"
        : `agreed ${ratingOf(scheme, state.agreed).name}${onDay(state.agreedAt)}`,
    ].map(cleanText);
  });
}

function onDay(at: string | undefined): string {
  return at === undefined ? "" : `, ${formatDate(dayOf(at))}`;
}

const standing = {
  open: "Open",
  answered: "Answered",
  "followed-up": "Followed up",
  resolved: "Resolved",
} satisfies Record<QuestionInPack["status"], string>;

function standingLines({ status, resolved, followUps }: QuestionInPack): readonly string[] {
  return [
    standing[status],
    ...(resolved ? [formatDate(dayOf(resolved.created)), ...linesOf(resolved.reason)] : []),
    ...followUps.map(({ created }) => `Asked further on ${formatDate(dayOf(created))}`),
  ];
}
