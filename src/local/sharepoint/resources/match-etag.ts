import { itemEtag } from "../entities/item-etag.ts";
import { etagMismatch } from "../errors.ts";
import type { ApiRequest } from "../http/request.ts";
import { text, type Row } from "../store/row.ts";

/** Both the whole tag and its number alone are understood. Throws 412. */
export function matchEtag(row: Row, { ifMatch }: ApiRequest): void {
  if (ifMatch === undefined || ifMatch === "*") return;
  const actual = itemEtag(row);
  const given = ifMatch.replace(/^W\//, "").toLowerCase();
  const version = actual.slice(actual.indexOf(",") + 1, -1);
  const braced = `"{${text(row, "uid")}},${version}"`;
  if (![actual, `"${version}"`, braced].includes(given)) throw etagMismatch(ifMatch, actual);
}
