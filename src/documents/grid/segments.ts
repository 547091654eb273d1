import type { Cell } from "../model/blocks.ts";
import type { Piece } from "../pdf/page-parts.ts";
import { readColumns } from "../recognise/column-headings.ts";
import type { PrintedLine } from "./aligned-rows.ts";

/** Words of one line that stand near each other. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly pieces: readonly Piece[];
  /** The heading that it divides with others. */
  readonly over?: string;
}

/** What stands on a line, parted where `gap` letters' heights or more are blank. */
export function segmentsOf({ pieces }: PrintedLine, gap: number): readonly Segment[] {
  const found: Segment[] = [];
  for (const piece of pieces) {
    const { text, left, right, size } = piece;
    const last = found.at(-1);
    if (last && left - last.right <= gap * size)
      found[found.length - 1] = {
        text: `${last.text} ${text.trim()}`,
        left: last.left,
        right,
        pieces: [...last.pieces, piece],
      };
    else found.push({ text: text.trim(), left, right, pieces: [piece] });
  }
  return found;
}

/** True where these are the headings of a plan's columns. */
export function namesColumns(names: readonly Pick<Segment, "text" | "over">[]): boolean {
  const cells = names.map(({ text, over }, column): Cell => ({
    blocks: [{ kind: "paragraph", text, runs: [] }],
    row: 1,
    column,
    columnSpan: 1,
    ...(over !== undefined && { over }),
  }));
  return readColumns({ number: 1, isHeader: false, cells }) !== undefined;
}
