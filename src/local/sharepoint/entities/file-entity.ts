import { Complex, type Entity } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { principalById } from "../store/principals.ts";
import { number, text, type Row } from "../store/row.ts";
import { userEntity } from "./principal-entity.ts";

export function fileEntity(session: Session, list: List, row: Row): Entity {
  const path = `${text(row, "dir")}/${text(row, "leaf")}`;
  const guid = text(row, "uid");
  const etag = `"{${guid.toUpperCase()}},${number(row, "etag")}"`;
  const version = number(row, "version");
  return {
    type: "SP.File",
    path: filePath(path),
    etag,
    properties: {
      CheckInComment: "",
      CheckOutType: 2,
      ContentTag: `{${guid.toUpperCase()}},${number(row, "etag")},1`,
      CustomizedPageStatus: 0,
      ETag: etag,
      Exists: true,
      ExistsAllowThrowForPolicyFailures: true,
      ExistsWithException: true,
      IrmEnabled: false,
      Length: String(row["size"] ?? 0),
      Level: 1,
      LinkingUri: null,
      LinkingUrl: "",
      MajorVersion: Math.floor(version / 512),
      MinorVersion: version % 512,
      Name: text(row, "leaf"),
      ServerRelativeUrl: path,
      TimeCreated: text(row, "created"),
      TimeLastModified: text(row, "modified"),
      Title: typeof row["title"] === "string" ? row["title"] : null,
      UIVersion: version,
      UIVersionLabel: `${Math.floor(version / 512)}.${version % 512}`,
      UniqueId: guid,
    },
    onRequest: {
      ServerRelativePath: () => new Complex("SP.ResourcePath", { DecodedUrl: path }),
    },
    links: {
      Author: () => person(session, number(row, "author")),
      CheckedOutByUser: () => null,
      ListItemAllFields: () => session.entities.item(session, list, row),
      LockedByUser: () => null,
      ModifiedBy: () => person(session, number(row, "editor")),
    },
  };
}

function filePath(path: string): string {
  return `Web/GetFileByServerRelativePath(decodedurl='${path.replaceAll("'", "''")}')`;
}

function person(session: Session, id: number): Entity | null {
  const principal = principalById(session.database, id);
  return principal ? userEntity(session, principal) : null;
}
