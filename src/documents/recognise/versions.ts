import type { Row, Table } from "../model/blocks.ts";
import { textOf } from "../model/cell-text.ts";
import type { DocumentVersion } from "../plan-document.ts";
import { wholeDate } from "./front-matter-dates.ts";

type VersionField = "number" | "date" | "author" | "action" | "circulatedTo" | "comment";

const headings: readonly (readonly [RegExp, VersionField])[] = [
  [/^(version|revision|issue)( ?(no|number|#)\.?)?$/i, "number"],
  [/\bdate\b/i, "date"],
  [/\b(author|by|owner|lead|name|amended|prepared)\b/i, "author"],
  [/\b(action|changes?|amendments?|description|details?|summary|reason|status)\b/i, "action"],
  [/\b(comments?|notes?)\b/i, "comment"],
  [/\b(circulat\w+|distribution)\b/i, "circulatedTo"],
];

/** The plan's versions, where this table is its version control: numbers and dates under such headings. */
export function readVersions(table: Table): readonly DocumentVersion[] | undefined {
  const [heading, ...rows] = table.rows;
  const fields = heading && fieldsOf(heading);
  if (!fields || !fields.includes("number") || !fields.includes("date")) return undefined;
  return rows.flatMap((row) => versionFrom(row, fields));
}

/** A heading that is none of ours goes with the comment, as do later ones of the same kind. */
function fieldsOf(row: Row): readonly VersionField[] {
  const taken = new Set<VersionField>();
  return row.cells.map((cell) => {
    const heading = textOf(cell).replace(/[:*]/g, "").trim();
    const field = headings.find(([pattern, each]) => pattern.test(heading) && !taken.has(each));
    taken.add(field?.[1] ?? "comment");
    return field?.[1] ?? "comment";
  });
}

function versionFrom(row: Row, fields: readonly VersionField[]): DocumentVersion[] {
  const said: Partial<Record<VersionField, string>> = {};
  row.cells.forEach((cell, index) => {
    const field = fields[index] ?? "comment";
    const words = textOf(cell);
    if (words) said[field] = said[field] === undefined ? words : `${said[field]}\n${words}`;
  });
  const { number, date, ...rest } = said;
  if (Object.keys(said).length === 0) return [];
  return [
    {
      number: (number ?? "").replace(/\.$/, ""),
      ...(date !== undefined && { date: wholeDate(date) ?? date }),
      ...rest,
    },
  ];
}
