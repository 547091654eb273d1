import type { BinEntry } from "../bin/bin-entry.ts";
import { Complex, type Entity } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { principalById } from "../store/principals.ts";
import { userEntity } from "./principal-entity.ts";

/** SP.RecycleBinItemType. */
const itemTypes = { file: 1, version: 2, item: 3, list: 4, folder: 5, attachment: 7 } as const;

export function binEntity(session: Session, entry: BinEntry): Entity {
  const { database } = session;
  const author = principalById(database, entry.author);
  const by = principalById(database, entry.by);
  const dir = entry.dir.replace(/^\//, "");
  return {
    type: "SP.RecycleBinItem",
    path: `Web/RecycleBin('${entry.id}')`,
    properties: {
      AuthorEmail: author?.email ?? "",
      AuthorName: author?.title ?? "",
      DeletedByEmail: by?.email ?? "",
      DeletedByName: by?.title ?? "",
      DeletedDate: entry.at,
      DeletedDateLocalFormatted: localDate(entry.at),
      DirName: dir,
      DirNamePath: new Complex("SP.ResourcePath", { DecodedUrl: dir }),
      Id: entry.id,
      ItemState: entry.stage,
      ItemType: itemTypes[entry.kind],
      LeafName: entry.leaf,
      LeafNamePath: new Complex("SP.ResourcePath", { DecodedUrl: entry.leaf }),
      Size: String(entry.size),
      Title: entry.title,
    },
    links: {
      Author: () => (author ? userEntity(session, author) : null),
      DeletedBy: () => (by ? userEntity(session, by) : null),
    },
  };
}

/** As American forms write it, in UTC. */
function localDate(at: string): string {
  return new Date(at)
    .toLocaleString("en-US", {
      timeZone: "UTC",
      dateStyle: "short",
      timeStyle: "short",
    })
    .replace(",", "")
    .replace("\u202f", " ");
}
