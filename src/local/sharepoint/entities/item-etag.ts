import { number, text, type Row } from "../store/row.ts";

export function itemEtag(row: Row): string {
  return `"${text(row, "uid")},${number(row, "etag")}"`;
}
