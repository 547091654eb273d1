import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The XML of a part of a Word document or workbook; empty where there is none. */
export function partOf(bytes: Uint8Array, path: string): string {
  const part = unzipSync(bytes)[path];
  return part ? strFromU8(part) : "";
}

/** The same document with that part edited, as somebody does in Word or Excel. */
export function withPart(
  bytes: Uint8Array,
  path: string,
  edit: (xml: string) => string,
): Uint8Array {
  return zipSync({ ...unzipSync(bytes), [path]: strToU8(edit(partOf(bytes, path))) });
}
