import type { Block, Table } from "../model/blocks.ts";
import { textOf } from "../model/cell-text.ts";
import type {
  DocumentColumn,
  DocumentFinding,
  DocumentProblem,
  DocumentRating,
  DocumentVersion,
  PlanDocument,
} from "../plan-document.ts";
import { findingsInTable } from "./findings-table.ts";
import type { Columns } from "./column-headings.ts";
import { isWithdrawn } from "./draft.ts";
import { isPlanTable } from "./heading-rows.ts";
import { columnMeaning } from "./heading-meanings.ts";
import { readFrontMatter } from "./front-matter.ts";
import { lostWords } from "./lost-words.ts";
import { PlanReader } from "./plan-reader.ts";
import { withoutDerived } from "./derived-columns.ts";
import { type KeyRating, readRatingKey, type RatingKey } from "./rating-key.ts";
import { recommendationsFrom } from "./recommendations.ts";
import { withRepeatedAsOne } from "./repeated-recommendations.ts";
import { unreadTable } from "./unread-table.ts";
import { readVersions } from "./versions.ts";

/** Reads a composite plan, or one agency's part of one, from a document's paragraphs and tables. */
export function readCompositePlan(
  blocks: readonly Block[],
  { title }: { readonly title?: string } = {},
): PlanDocument {
  const key = readRatingKey(blocks);
  const { reader, front, read, unread, versions, findings } = readInOrder(blocks, key);
  const hasPlan = reader.columnsSeen.length > 0;
  const live = reader.recommendations.filter((draft) => !isWithdrawn(draft));
  const { recommendations, problems } = hasPlan
    ? recommendationsFrom(withRepeatedAsOne(live), key.ratings)
    : { recommendations: [], problems: unread.some(isUnreadable) ? [] : [noPlan] };
  const part = partOf(front);
  const result = {
    ...(part !== undefined && { part }),
    plan: {
      ...readFrontMatter(front, title),
      ...(key.ratings.length > 0 && { ratingScheme: key.ratings.map(withoutColour) }),
      ...(versions.length > 0 && { versions }),
    },
    recommendations,
    findings,
    questions: [],
    columns: hasPlan ? distinctColumns(reader.columnsSeen) : headingsOf(unread),
  };
  const named = [...reader.problems, ...problems, ...unread.flatMap((table) => unreadTable(table))];
  return { ...result, problems: [...named, ...lostWords(read, result, named)] };
}

/** Recommendations without any table of actions stand in reports, and in papers about plans. */
const noPlan: DocumentProblem = {
  where: "The document",
  what: "It has no table of actions, so nothing was read as a plan. If it was made from another document, choose that one.",
};

/** That says itself why nothing was read, and what to do. */
function isUnreadable({ unreadable }: Table): boolean {
  return unreadable !== undefined;
}

/** As documents of ours say it: "The actions of Marl Valley Hospitals". */
function partOf(front: readonly Block[]): string | undefined {
  const lines = front.flatMap((block) => (block.kind === "paragraph" ? [block.text.trim()] : []));
  return lines.map((line) => /^The actions of (.{2,200})$/.exec(line)?.[1]).find(Boolean);
}

/** What stands before the first recommendation is the front matter. */
function readInOrder(blocks: readonly Block[], key: RatingKey) {
  const takesAny = !blocks.some((block) => block.kind === "table" && isPlanTable(block));
  const reader = new PlanReader({ takesAny });
  const front: Block[] = [];
  const [read, unread]: [Table[], Table[]] = [[], []];
  const versions: DocumentVersion[] = [];
  const findings: DocumentFinding[] = [];
  const table = (block: Table) => {
    const said = readVersions(block);
    const told = said ? undefined : findingsInTable(block);
    versions.push(...(said ?? []));
    findings.push(...(told ?? []));
    if (said ?? told) read.push(withoutHeading(block));
    else if (!key.tables.has(block)) (reader.table(block) ? read : unread).push(block);
  };
  for (const block of blocks.map(withoutDerived)) {
    const isFront = reader.recommendations.length === 0;
    if (block.kind === "paragraph") reader.paragraph(block);
    else table(block);
    if (isFront && (block.kind === "paragraph" || !read.includes(block))) front.push(block);
  }
  return { reader, front, read, unread, versions, findings };
}

function withoutHeading(table: Table): Table {
  return { ...table, rows: table.rows.slice(1) };
}

/** Too little is known of these to read them: a person may say what the others mean. */
function headingsOf(tables: readonly Table[]): DocumentColumn[] {
  const [widest] = tables.toSorted((one, other) => other.columns - one.columns);
  const heading = widest?.rows.find((row) => row.cells.filter((cell) => textOf(cell)).length > 2);
  return (heading?.cells ?? [])
    .map((cell): DocumentColumn => ({
      heading: textOf(cell).replaceAll("\n", " "),
      meaning: columnMeaning(textOf(cell).replaceAll("\n", " ")),
    }))
    .filter((column) => column.heading !== "" && column.heading.length <= 80);
}

function withoutColour({ name, definition, meaning }: KeyRating): DocumentRating {
  return { name, definition, ...(meaning && { meaning }) };
}

function distinctColumns(seen: readonly Columns[]): DocumentColumn[] {
  const columns = seen.flatMap((each) => [...each.values()]);
  const headed = columns.filter(({ heading }) => heading !== "");
  const byHeading = new Map(headed.map(({ heading, meaning }) => [heading, { heading, meaning }]));
  return [...byHeading.values()];
}
