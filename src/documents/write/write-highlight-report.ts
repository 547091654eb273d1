import { type FileChild, Paragraph } from "docx";
import type { PlanChange } from "#plan/changes.ts";
import { formatDate } from "#plan/iso-date.ts";
import type { HighlightReport } from "#plan/papers.ts";
import type { PlacedAction } from "#plan/plan-on-date.ts";
import { shownRating } from "#plan/fold.ts";
import { ratingOf } from "#plan/rating-scheme.ts";
import type { OfAgency, RatingCounts } from "#plan/summary.ts";
import { counted, distanceInWords } from "#plan/words.ts";
import { cleanText } from "./clean-text.ts";
import { clipText } from "./clip-text.ts";
import { countsTable } from "./word/counts-table.ts";
import { paperHead, paperHeading, writePaper } from "./word/paper.ts";
import { ratingChart } from "./word/rating-chart.ts";

/** More agencies than these are told together, so that the report stays a page. */
const mostAgencies = 8;

/** With more than these, the chart and the table leave less room for lists. */
const fewAgencies = 6;

/** How many lines each list may have on the page, and how long a line is. */
const most = { overdue: 5, agreed: 5, closed: 3, checks: 8 };
const longestLine = 104;

/**
 * Where the plan stands and what happened in it since a day, on one page (.docx). Runs in Node and in the browser. What
 * has no room is counted, never left out unsaid.
 */
export async function writeHighlightReport(report: HighlightReport): Promise<Uint8Array> {
  const { plan, ratings } = report;
  const agencies = together(report.agencies);
  const rows = agencies.map(({ agency, counts }) => ({ name: agency.shortName, counts }));
  const room = (lines: number) => (agencies.length > fewAgencies ? lines - 1 : lines);
  return writePaper({
    name: "Highlight report",
    plan,
    children: [
      ...paperHead(`Highlight report since ${formatDate(report.since)}`, plan),
      new Paragraph({ style: "Beside", text: inShort(report) }),
      paperHeading("Rating by agency"),
      ratingChart(plan.plan.scheme, ratings, rows),
      countsTable({ ...report, agencies }),
      ...listed("Past the due date", report.overdue.map(overdueLine(report)), room(most.overdue)),
      ...listed(
        "Agreed by the peer-challenge group",
        report.agreed.map(agreedLine(report)),
        room(most.agreed),
      ),
      ...listed("Closed", report.closed.map(closedLine), room(most.closed)),
      ...questions(report),
      ...found(report),
    ],
  });
}

/** The smallest agencies as one row, where there are too many for a page. */
function together(all: readonly OfAgency<RatingCounts>[]): readonly {
  readonly agency: { readonly shortName: string };
  readonly all: number;
  readonly counts: RatingCounts;
}[] {
  if (all.length <= mostAgencies) return all;
  const bySize = all.toSorted((one, other) => other.all - one.all);
  const kept = new Set(bySize.slice(0, mostAgencies - 1));
  const others = bySize.slice(mostAgencies - 1);
  const counts = new Map<string, number>();
  for (const [id, count] of others.flatMap((each) => [...each.counts]))
    counts.set(id, (counts.get(id) ?? 0) + count);
  return [
    ...all.filter((each) => kept.has(each)),
    {
      agency: { shortName: `${others.length} other agencies` },
      all: others.reduce((sum, each) => sum + each.all, 0),
      counts,
    },
  ];
}

function inShort({ totals, evidence, overdue, closed, plan, since }: HighlightReport): string {
  const all = evidence.impact + evidence.activity + evidence.none;
  const moves = [
    `${counted(totals.up, "rating")} went up`,
    `${totals.down} went down`,
    ...(totals.first > 0 ? [`${totals.first} were rated for the first time`] : []),
    `${counted(totals.later, "date")} moved later`,
    `${closed.length} closed`,
  ];
  return [
    `${counted(all, "action")} under ${counted(plan.recommendations.length, "recommendation")}.`,
    `Since ${formatDate(since)}, ${totals.actions} changed: ${moves.join(", ")}.`,
    `${overdue.length === 0 ? "None is" : overdue.length === 1 ? "1 is" : `${overdue.length} are`} past the due date.`,
    `${evidence.impact} have evidence of what changed for children, ${evidence.activity} of what was done only, ${evidence.none} none.`,
  ].join(" ");
}

function overdueLine({ plan }: HighlightReport) {
  return ({ recommendation, action, state }: PlacedAction): string => {
    const { name } = ratingOf(plan.plan.scheme, shownRating(state));
    const late = state.due === undefined ? "" : `due ${distanceInWords(state.due, plan.day)}, `;
    return line(recommendation.ref, action.agencies, action.text, `${late}${name}`);
  };
}

function agreedLine({ plan }: HighlightReport) {
  return (change: PlanChange & { readonly kind: "rating" }): string => {
    const [from, to] = [change.from, change.to].map((id) => ratingOf(plan.plan.scheme, id).name);
    return line(
      change.recommendation.ref,
      change.agencies,
      change.action?.text ?? "",
      `${from} to ${to}`,
    );
  };
}

function closedLine({ recommendation, agencies, action, said }: PlanChange): string {
  return line(recommendation.ref, agencies, action?.text ?? "", clipText(said ?? "", 50));
}

/** One line of the page: which, whose, what, and how it stands. */
function line(ref: string, agencies: readonly string[], text: string, end: string): string {
  const begin = `${ref} ${agencies.join(", ")}: `;
  const room = longestLine - begin.length - end.length - 2;
  return cleanText(`${begin}${clipText(text, Math.max(20, room))}${end && `; ${end}`}`);
}

/** A heading with as many lines as there is room for, and how many more there are. */
function listed(heading: string, lines: readonly string[], room: number): readonly FileChild[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, lines.length > room ? room - 1 : room);
  const left = lines.length - shown.length;
  return [
    paperHeading(`${heading}: ${lines.length}`),
    ...[...shown, ...(left > 0 ? [`And ${left} more.`] : [])].map(bullet),
  ];
}

function bullet(text: string): Paragraph {
  return new Paragraph({ style: "InTable", bullet: { level: 0 }, text });
}

function questions({ questions: of }: HighlightReport): readonly FileChild[] {
  const since = [
    `${counted(of.asked, "question")} put`,
    `${of.answered} answered`,
    `${of.resolved} resolved`,
  ].join(", ");
  const open = `${of.open} ${of.open === 1 ? "waits" : "wait"} for an answer`;
  const overdue = of.overdue > 0 ? `, ${of.overdue} of them past the day for it` : "";
  return [
    paperHeading("Challenge"),
    new Paragraph({ style: "InTable", text: `Since then: ${since}. ${open}${overdue}.` }),
  ];
}

function found({ checks }: HighlightReport): readonly FileChild[] {
  const shown = checks.slice(0, most.checks).map(({ title, count }) => `${title} ${count}`);
  const left = checks.length - shown.length;
  const words =
    checks.length === 0
      ? "Nothing."
      : `${shown.join(" · ")}${left > 0 ? ` · and ${counted(left, "more check")}` : ""}`;
  return [
    paperHeading("What the assurance checks found"),
    new Paragraph({ style: "InTable", text: words }),
  ];
}
