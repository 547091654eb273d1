import type { Block, Table } from "../model/blocks.ts";
import { rowText } from "../model/cell-text.ts";
import type {
  DocumentColumn,
  DocumentProblem,
  DocumentRating,
  DocumentVersion,
  PlanDocument,
} from "../plan-document.ts";
import type { Columns } from "./column-headings.ts";
import { readFrontMatter } from "./front-matter.ts";
import { lostWords } from "./lost-words.ts";
import { PlanReader } from "./plan-reader.ts";
import { type KeyRating, readRatingKey, type RatingKey } from "./rating-key.ts";
import { recommendationsFrom } from "./recommendations.ts";
import { readVersions } from "./versions.ts";

/** Reads a composite plan, or one agency's part of one, from a document's paragraphs and tables. */
export function readCompositePlan(
  blocks: readonly Block[],
  { title }: { readonly title?: string } = {},
): PlanDocument {
  const key = readRatingKey(blocks);
  const { reader, front, read, unread, versions } = readInOrder(blocks, key);
  const { recommendations, problems } = reader.hasPlan
    ? recommendationsFrom(reader.recommendations, key.ratings)
    : { recommendations: [], problems: [noPlan] };
  const result = {
    plan: {
      ...readFrontMatter(front, title),
      ...(key.ratings.length > 0 && { ratingScheme: key.ratings.map(withoutColour) }),
      ...(versions.length > 0 && { versions }),
    },
    recommendations,
    findings: [],
    questions: [],
    columns: distinctColumns(reader.columnsSeen),
  };
  const named = [...reader.problems, ...problems, ...unread.flatMap(unreadTable)];
  return { ...result, problems: [...named, ...lostWords(read, result, named)] };
}

/** Recommendations without any table of actions stand in reports, and in papers about plans. */
const noPlan: DocumentProblem = {
  where: "The document",
  what: "It has no table of actions, so nothing was read as a plan.",
};

/** What stands before the first recommendation is the front matter. */
function readInOrder(blocks: readonly Block[], key: RatingKey) {
  const reader = new PlanReader();
  const front: Block[] = [];
  const [read, unread]: [Table[], Table[]] = [[], []];
  const versions: DocumentVersion[] = [];
  for (const block of blocks) {
    if (reader.recommendations.length === 0) front.push(block);
    if (block.kind === "paragraph") reader.paragraph(block);
    else if (!key.tables.has(block)) {
      const found = readVersions(block);
      if (found) {
        versions.push(...found);
        read.push({ ...block, rows: block.rows.slice(1) });
      } else (reader.table(block) ? read : unread).push(block);
    }
  }
  return { reader, front, read, unread, versions };
}

function withoutColour({ name, definition, meaning }: KeyRating): DocumentRating {
  return { name, definition, ...(meaning && { meaning }) };
}

/** Nothing is dropped silently: a table that is no part of the plan is listed with its words. */
function unreadTable(table: Table): DocumentProblem[] {
  const words = table.rows.map(rowText).filter(Boolean).join("\n");
  if (!words) return [];
  return [{ where: `Table ${table.number}`, what: `Not read as part of the plan: ${words}` }];
}

function distinctColumns(seen: readonly Columns[]): DocumentColumn[] {
  const columns = seen.flatMap((each) => [...each.values()]);
  const byHeading = new Map(columns.map(({ heading, meaning }) => [heading, { heading, meaning }]));
  return [...byHeading.values()];
}
