import { file } from "./pdf-builder.ts";

const letters = 60_000;
const calls = 100;
const depth = 9;
/** In the Compact Font Format: to end a letter, to come back from a piece of drawing, and to call one by its number. */
const endOfLetter = 14;
const comeBack = 11;
const call = (piece: number) => [piece + 32, 29];

/**
 * A small PDF that nobody reads to its end: its one word is in a font whose every letter calls a piece of drawing, which
 * calls the next a hundred times, and so on, nine deep. pdf.js gives each letter up after a while, of 60,000.
 */
export function pdfWithEndlessFont(): Uint8Array {
  const font = Array.from(endlessFont(), (byte) => String.fromCodePoint(byte)).join("");
  const page = "BT /F1 12 Tf 40 500 Td (A) Tj ET";
  return file([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Endless /FirstChar 65 /LastChar 65 /Widths [500] /FontDescriptor 6 0 R >>",
    "<< /Type /FontDescriptor /FontName /Endless /Flags 4 /FontBBox [0 0 1 1] /FontFile3 7 0 R >>",
    `<< /Subtype /Type1C /Length ${font.length} >>\nstream\n${font}\nendstream`,
  ]);
}

/** Adobe's Technical Note 5176: a header, then lists of names, of where the rest stands, of strings, of pieces, of letters. */
function endlessFont(): readonly number[] {
  const pieces = Array.from({ length: depth }, (_, at) => {
    const inner = at + 1 < depth ? Array.from({ length: calls }, () => call(at + 1)).flat() : [];
    return [...inner, comeBack];
  });
  const before = [1, 0, 4, 4, ...list([[0x45]])];
  const shared = [...list([]), ...list(pieces)];
  const drawn = list(Array.from({ length: letters }, () => [...call(0), endOfLetter]));
  const own = [139, 20];
  const places = (at: number) =>
    list([[...whole(at), 17, ...whole(own.length), ...whole(at + drawn.length), 18]]);
  const begin = before.length + places(0).length + shared.length;
  return [...before, ...places(begin), ...shared, ...drawn, ...own];
}

/** How many there are, how wide a place is, where each begins and the last one ends, and then they themselves. */
function list(items: readonly (readonly number[])[]): readonly number[] {
  const count = [items.length >> 8, items.length & 0xff];
  if (items.length === 0) return count;
  let end = 1;
  const places = [end, ...items.map((item) => (end += item.length))];
  return [...count, 4, ...places.flatMap(bytesOf), ...items.flat()];
}

function whole(value: number): readonly number[] {
  return [29, ...bytesOf(value)];
}

function bytesOf(value: number): readonly number[] {
  return [24, 16, 8, 0].map((shift) => (value >> shift) & 0xff);
}
