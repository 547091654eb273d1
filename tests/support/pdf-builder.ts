import { strToU8 } from "fflate";

/** What a page draws, in PDF's own operators; points from the bottom left corner of an A4 page on its side. */
export type Drawing = string;

const pageWidth = 842;
const pageHeight = 595;

interface Words {
  readonly size?: number;
  readonly bold?: boolean;
  /** Red, green and blue, each 0 to 1. */
  readonly colour?: string;
}

export function words(x: number, y: number, text: string, options: Words = {}): Drawing {
  const { size = 9, bold = false, colour = "0 0 0" } = options;
  const escaped = text.replaceAll(/[\\()]/g, "\\$&");
  return `BT ${colour} rg /${bold ? "F2" : "F1"} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET`;
}

export function line(fromX: number, fromY: number, toX: number, toY: number): Drawing {
  return `0.5 w ${fromX} ${fromY} m ${toX} ${toY} l S`;
}

export function area(x: number, y: number, width: number, height: number, colour: string): Drawing {
  return `${colour} rg ${x} ${y} ${width} ${height} re f`;
}

export interface TableRow {
  /** A line of the cell is a line of the text; a row with one cell stands across the table. */
  readonly cells: readonly string[];
  readonly bold?: boolean;
  /** Colours of cells by their place. */
  readonly shades?: Readonly<Record<number, string>>;
}

const pitch = 10.5;
const padding = 5;

/** A ruled table of these rows, from `top` down; `xs` are the lines between its columns. */
export function ruledTable(
  xs: readonly number[],
  top: number,
  rows: readonly TableRow[],
): readonly Drawing[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const drawn: Drawing[] = [line(left, top, right, top)];
  let y = top;
  for (const { cells, bold = false, shades = {} } of rows) {
    const heights = cells.map((cell) => cell.split("\n").length * pitch + 8);
    const bottom = y - Math.max(...heights);
    cells.forEach((cell, column) => {
      const from = xs[column] ?? left;
      const to = cells.length === 1 ? right : (xs[column + 1] ?? right);
      const shade = shades[column];
      if (shade) drawn.unshift(area(from, bottom, to - from, y - bottom, shade));
      cell.split("\n").forEach((text, index) => {
        drawn.push(words(from + padding, y - 11 - index * pitch, text, { bold }));
      });
      drawn.push(line(from, y, from, bottom));
    });
    drawn.push(line(right, y, right, bottom), line(left, bottom, right, bottom));
    y = bottom;
  }
  return drawn;
}

/** An area of the first page that leads somewhere: left, bottom, right, top. */
export interface PdfLink {
  readonly area: readonly [number, number, number, number];
  readonly url: string;
}

/** A whole PDF of these pages, in Helvetica, which every reader knows. */
export function pdf(
  pages: readonly (readonly Drawing[])[],
  { title, links = [] }: { readonly title?: string; readonly links?: readonly PdfLink[] } = {},
): Uint8Array {
  const first = 6;
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font("Helvetica"),
    font("Helvetica-Bold"),
    `<< /Title (${title ?? ""}) >>`,
    ...pages.flatMap((drawn, at) => {
      const content = drawn.join("\n");
      const resources = "<< /Font << /F1 3 0 R /F2 4 0 R >> >>";
      const annotations = at === 0 ? links.map(annotation).join(" ") : "";
      return [
        `<< /Type /Page /Annots [${annotations}] /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Resources ${resources} /Contents ${first + 2 * at + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return file(objects);
}

function annotation({ area: [left, bottom, right, top], url }: PdfLink): string {
  return `<< /Type /Annot /Subtype /Link /Rect [${left} ${bottom} ${right} ${top}] /A << /S /URI /URI (${url}) >> >>`;
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

/** The objects with the table of where each begins. */
export function file(objects: readonly string[]): Uint8Array {
  let text = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = text.length;
  const entries = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return strToU8(text, true);
}
