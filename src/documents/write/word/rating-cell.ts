import { AlignmentType, Paragraph, type TableCell, TextRun } from "docx";
import type { PrintedAction } from "../printed-action.ts";
import { lookOf } from "../rating-look.ts";
import { type CellStyle, cellOf } from "./table.ts";

/** Shaded as boards know it, with letter and name: colour is never the only sign. */
export function ratingCell(
  { rating, proposed, agreed, closed }: PrintedAction,
  style: CellStyle,
): TableCell {
  const look = lookOf(rating.colour);
  const line = (text: string, size: number, bold = false) =>
    new Paragraph({
      style,
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text, size, bold, ...(look && { color: look.ink }) })],
    });
  const [alone, too] = closed ? ["closed by the group", "agreed, closed"] : [undefined, "agreed"];
  const standing = agreed ? too : alone;
  const differs = agreed !== undefined && agreed.id !== proposed.id;
  return cellOf(
    [
      line(rating.letter, 28, true),
      line(rating.name, 18),
      ...(standing ? [line(standing, 16)] : []),
      ...(differs ? [line(`Agency: ${proposed.name}`, 16)] : []),
    ],
    { look },
  );
}
