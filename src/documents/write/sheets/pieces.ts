import type { SheetColumn, SheetRow, SheetValue } from "./columns.ts";

/** Excel holds so many characters in a cell, and calls a file with more broken. */
export const mostCharacters = 32_767;

/**
 * The columns with others beside them, of the same name, where a text is too long for one cell: each holds what follows,
 * and reading joins them again.
 */
export function withRoom(
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
): readonly SheetColumn[] {
  return columns.flatMap((column) => {
    const needed = rows.map((row) => piecesOf(column.value(row)).length);
    return Array.from({ length: Math.max(1, ...needed) }, (_, at) => ({
      ...column,
      heading: at === 0 ? column.heading : `${column.heading} (continued)`,
      value: (row: SheetRow) => piecesOf(column.value(row))[at] ?? "",
    }));
  });
}

/** Cut at the end of a line where one is near enough, so that nothing shows of it when they are joined. */
function piecesOf(value: SheetValue): readonly SheetValue[] {
  if (typeof value !== "string") return [value];
  const pieces: string[] = [];
  let rest = value;
  while (rest.length > room) {
    const at = cutIn(rest);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...pieces, rest];
}

/** Half of them: what looks like a code is written twice as long. */
const room = Math.floor(mostCharacters / 2);

function cutIn(text: string): number {
  const near = room / 2;
  const [line, word] = ["\n", " "].map((end) => text.lastIndexOf(end, room));
  return [line, word].find((at) => at !== undefined && at > near) ?? room;
}
