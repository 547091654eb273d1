/** Arial 10 in points, with the room between lines. */
const line = 13;
/** Excel makes no row higher. */
const highest = 409;

/** In points: enough for the cell that needs most lines. Widths are in characters, one for each text. */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) => linesIn(text, widths[index] ?? 1));
  return Math.min(highest, Math.max(1, ...lines) * line + 3);
}

/** Words break a little before the edge. */
function linesIn(text: string, width: number): number {
  return text
    .split("\n")
    .reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / (width - 1))), 0);
}
