import { argumentInvalid, notImplemented } from "../errors.ts";
import { readBlob } from "../files/blobs.ts";
import { numberArgument, type Segment } from "../odata/address.ts";
import { value } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { numberOrNull, text, type Row } from "../store/row.ts";
import type { Resource } from "./resource.ts";

/**
 * `GetLimitedWebPartManager(scope)` of a page. Pages made here have no web parts of the classic kind; of one that
 * brings its own this service knows nothing, and says so (501).
 */
export function webPartManager(session: Session, row: Row, segment: Segment): Resource {
  if (!text(row, "leaf").toLowerCase().endsWith(".aspx"))
    throw argumentInvalid("Web parts stand on pages only.");
  const scope = numberArgument(segment, "scope");
  if (scope !== 0 && scope !== 1) throw argumentInvalid("scope is 0 (User) or 1 (Shared).");
  return {
    steps: {
      scope: () => ({ get: () => value("Scope", "Edm.Int32", scope) }),
      webparts: () => ({
        get: () => {
          if (hasParts(session, row))
            throw notImplemented("GET", `web parts of ${text(row, "leaf")}`);
          return { kind: "collection", set: "SP.ApiData.WebPartDefinitions", entities: [] };
        },
      }),
    },
  };
}

function hasParts({ database }: Session, row: Row): boolean {
  const page = new TextDecoder().decode(readBlob(database, numberOrNull(row, "blob") ?? 0));
  return /<WebPartPages:WebPartZone|<webParts?[\s>]/i.test(page);
}
