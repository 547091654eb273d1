import { Paragraph, TextRun } from "docx";
import type { Look } from "../rating-look.ts";

export function ratingName(name: string, look: Look | undefined): Paragraph {
  return new Paragraph({
    style: "InTable",
    children: [new TextRun({ text: name, bold: true, ...(look && { color: look.ink }) })],
  });
}
