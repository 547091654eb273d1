import { type FileChild, Paragraph } from "docx";
import { formatDate } from "#plan/iso-date.ts";
import type { HighlightReport } from "#plan/papers.ts";
import { placedActions } from "#plan/plan-on-date.ts";
import { ratingOf } from "#plan/rating-scheme.ts";
import { counted } from "#plan/words.ts";
import { cleanText, linesOf } from "./clean-text.ts";
import { paperHead, paperHeading, uprightWidth, writePaper } from "./word/paper.ts";
import { bodyRow, headingRow, tableOf, textCell } from "./word/table.ts";

type Row = readonly [field: string, words: readonly string[]];

/**
 * The cover sheet of a board paper (.docx): what the plan knows of itself, where it stands, and the fields that only
 * whoever brings it to the board can fill in, left empty. Runs in Node and in the browser.
 */
export async function writeBoardCover(report: HighlightReport): Promise<Uint8Array> {
  const { plan } = report;
  return writePaper({
    name: "Board cover sheet",
    plan,
    children: [
      ...paperHead("Board cover sheet", plan),
      ...table("For the meeting", forTheMeeting),
      ...table("The plan", aboutThePlan(report)),
      ...table("Where it stands", whereItStands(report)),
    ],
  });
}

const mostLines = 8;

const forTheMeeting: readonly Row[] = [
  ["Board or committee", []],
  ["Date of the meeting", []],
  ["Lead executive", []],
  ["Author of this paper", []],
  ["The board is asked to", []],
];

/** Facts that are not known have no row. */
function aboutThePlan({
  plan: { plan, agencies, versions, ...shown },
}: HighlightReport): readonly Row[] {
  const version = versions.at(-1);
  const actions = placedActions({ plan, agencies, versions, ...shown });
  const rows: readonly Row[] = [
    ["Regulator", linesOf(plan.regulator)],
    ["Date of inspection", inspection(plan)],
    ["Report published", day(plan.published)],
    ["Recommendations", [String(shown.recommendations.length)]],
    ["Agencies", actingAgencies(agencies, actions)],
    ["Version", version ? versionWords(version) : linesOf(plan.version)],
    ["Circulated to", linesOf(version?.circulatedTo)],
    ["Submission due", day(plan.submissionDue)],
    ["Sent to the regulator", sent(plan)],
  ];
  return rows.filter(([, words]) => words.length > 0);
}

/** Each on a line; more than a few in one paragraph by their short names, so that the sheet stays a page. */
function actingAgencies(
  agencies: HighlightReport["plan"]["agencies"],
  actions: ReturnType<typeof placedActions>,
): readonly string[] {
  const acting = agencies
    .map(({ shortName, name }) => {
      const own = actions.filter(({ action }) => action.agencies.includes(shortName));
      return { shortName, name, count: own.length };
    })
    .filter(({ count }) => count > 0);
  const words =
    acting.length > mostLines
      ? [acting.map(({ shortName, count }) => `${shortName} ${count}`).join(", ")]
      : acting.map(({ name, count }) => `${name}: ${counted(count, "action")}`);
  return words.flatMap((line) => linesOf(line));
}

function versionWords({
  number,
  dateAsPrinted,
  author,
}: HighlightReport["plan"]["versions"][number]): readonly string[] {
  return linesOf([number, dateAsPrinted, author].filter(Boolean).join(", "));
}

function inspection({
  inspectionFrom: from,
  inspectionTo: to,
}: HighlightReport["plan"]["plan"]): readonly string[] {
  if (from !== undefined && to !== undefined && from !== to)
    return [`${formatDate(from)} to ${formatDate(to)}`];
  return day(from ?? to);
}

function sent({ submitted, submittedTo }: HighlightReport["plan"]["plan"]): readonly string[] {
  if (submitted === undefined) return ["Not sent yet"];
  return linesOf(
    `${formatDate(submitted)}${submittedTo === undefined ? "" : `, to ${submittedTo}`}`,
  );
}

function day(date: Parameters<typeof formatDate>[0] | undefined): readonly string[] {
  return date === undefined ? [] : [formatDate(date)];
}

function whereItStands(report: HighlightReport): readonly Row[] {
  const { plan, present, ratings, evidence, questions, overdue, closed, since, totals } = report;
  const { scheme } = plan.plan;
  const checked = placedActions(plan).flatMap(({ state }) => state.monitoring?.checkOn ?? []);
  const [next] = checked.filter((on) => on >= plan.day).toSorted();
  return [
    [
      "Actions by rating",
      ratings.flatMap((id) => {
        const { name, definition } = ratingOf(scheme, id);
        return cleanText(`${name} ${present.get(id) ?? 0}: ${definition}`);
      }),
    ],
    ["Past the due date", [String(overdue.length)]],
    [
      "Evidence",
      [
        `Of what changed for children: ${evidence.impact}`,
        `Of what was done only: ${evidence.activity}`,
        `None: ${evidence.none}`,
      ],
    ],
    [
      "Challenge",
      [`${questions.open} open, ${questions.overdue} of them past the day for the answer`],
    ],
    [
      `Since ${formatDate(since)}`,
      [
        `${counted(totals.up, "rating")} went up, ${totals.down} went down, ${counted(totals.later, "date")} moved later, ${closed.length} closed`,
      ],
    ],
    [
      "Assurance",
      [
        next === undefined
          ? "No later check is agreed"
          : `${counted(checked.length, "later check")} agreed, the next on ${formatDate(next)}`,
      ],
    ],
  ];
}

const columns = [
  { heading: "Field", weight: 30 },
  { heading: "What it says", weight: 70 },
];

function table(heading: string, rows: readonly Row[]): readonly FileChild[] {
  return [
    paperHeading(heading),
    tableOf(
      columns,
      [
        headingRow(columns),
        ...rows.map(([field, words]) => bodyRow([textCell([field]), textCell(words)], 0)),
      ],
      { width: uprightWidth },
    ),
    new Paragraph({ style: "InTable", text: "" }),
  ];
}
