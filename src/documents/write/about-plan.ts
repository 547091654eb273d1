import { formatDate, isIsoDate } from "#plan/iso-date.ts";
import type { Plan, PlanVersion } from "#plan/plan.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { partedVersionWords } from "../version-words.ts";
import { cleanText, linesOf } from "./clean-text.ts";

/** The plan's title as one line, one blank between words. */
export function titleOf({ plan }: PlanOnDate): string {
  return linesOf(plan.title).join(" ").replaceAll(/\s+/g, " ");
}

/** What stands under the title: regulator, dates, version, and which day and whose part this is. */
export function aboutPlan({ plan, day, agency }: PlanOnDate): readonly string[] {
  return [
    "Inspection action plan",
    ...labelledFacts(plan),
    ...(plan.version ? [`Version ${cleanText(plan.version)}`] : []),
    ...(agency ? [`The actions of ${linesOf(agency.name).join(" ")}`] : []),
    `As it stood on ${formatDate(day)}`,
  ];
}

function labelledFacts(plan: Plan): readonly string[] {
  const { inspectionFrom: from, inspectionTo: to, published, submissionDue } = plan;
  const isRange = from !== undefined && to !== undefined && from !== to;
  const day = from ?? to;
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    ["Regulator", linesOf(plan.regulator).join(" ")],
    isRange
      ? ["Inspection", `${formatDate(from)} to ${formatDate(to)}`]
      : ["Date of inspection", day && formatDate(day)],
    ["Report published", published && formatDate(published)],
    ["Submission due", submissionDue && formatDate(submissionDue)],
  ];
  return facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
}

interface VersionColumn {
  readonly heading: string;
  /** Its share of a table's width, and in characters. */
  readonly width: number;
  readonly lines: (version: PlanVersion) => readonly string[];
  /** It stands only where one version fills it. */
  readonly ifFilled?: true;
}

/** The columns of version control: what was done for a version, and what is printed beside that where something is. */
export function versionColumns(versions: readonly PlanVersion[]): readonly VersionColumn[] {
  return allColumns.filter(
    ({ ifFilled, lines }) => !ifFilled || versions.some((version) => lines(version).length > 0),
  );
}

const allColumns: readonly VersionColumn[] = [
  { heading: "Version", width: 10, lines: ({ number }) => linesOf(number) },
  { heading: "Date", width: 20, lines: dateLines },
  { heading: "Author", width: 30, lines: ({ author }) => linesOf(author) },
  { heading: "Action", width: 60, lines: ({ comment }) => partedVersionWords(comment).action },
  {
    heading: "Comment",
    width: 30,
    lines: ({ comment }) => partedVersionWords(comment).comment,
    ifFilled: true,
  },
  {
    heading: "Circulated to",
    width: 30,
    lines: ({ circulatedTo }) => linesOf(circulatedTo),
    ifFilled: true,
  },
];

/** As it was printed; a bare ISO date as people write it. */
function dateLines({ date, dateAsPrinted }: PlanVersion): readonly string[] {
  const printed = linesOf(dateAsPrinted);
  const isBare = printed.length === 0 || isIsoDate(printed.join(" "));
  return date && isBare ? [formatDate(date)] : printed;
}
