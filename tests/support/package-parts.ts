import { strFromU8, unzipSync } from "fflate";

/** The XML of a part of a Word document or workbook; empty where there is none. */
export function partOf(bytes: Uint8Array, path: string): string {
  const part = unzipSync(bytes)[path];
  return part ? strFromU8(part) : "";
}
