import { checkOutOf } from "../files/checked-out.ts";
import { fileVersions, versionLabel } from "../files/file-versions.ts";
import { Complex, type Entity, type Value } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { principalById } from "../store/principals.ts";
import { number, text, type Row } from "../store/row.ts";
import { fileVersionEntity } from "./file-version-entity.ts";
import { userEntity } from "./principal-entity.ts";
import { propertyBag } from "./property-bag.ts";

export function fileEntity(session: Session, list: List, row: Row): Entity {
  const path = `${text(row, "dir")}/${text(row, "leaf")}`;
  const guid = text(row, "uid");
  const etag = `"{${guid.toUpperCase()}},${number(row, "etag")}"`;
  const version = number(row, "version");
  const held = checkOutOf(session, list, row);
  return {
    type: "SP.File",
    path: filePath(path),
    etag,
    properties: {
      CheckInComment: typeof row["checkinnote"] === "string" ? row["checkinnote"] : "",
      ...versionProperties(version, held !== undefined),
      ContentTag: `{${guid.toUpperCase()}},${number(row, "etag")},1`,
      CustomizedPageStatus: 0,
      ETag: etag,
      Exists: true,
      ExistsAllowThrowForPolicyFailures: true,
      ExistsWithException: true,
      IrmEnabled: false,
      Length: String(row["size"] ?? 0),
      LinkingUri: null,
      LinkingUrl: "",
      Name: text(row, "leaf"),
      ServerRelativeUrl: path,
      TimeCreated: text(row, "created"),
      TimeLastModified: text(row, "modified"),
      Title: typeof row["title"] === "string" ? row["title"] : null,
      UniqueId: guid,
    },
    onRequest: {
      ServerRelativePath: () => new Complex("SP.ResourcePath", { DecodedUrl: path }),
    },
    links: {
      Author: () => person(session, number(row, "author")),
      CheckedOutByUser: () => (held ? person(session, held.user) : null),
      ListItemAllFields: () => session.entities.item(session, list, row),
      LockedByUser: () => null,
      ModifiedBy: () => person(session, number(row, "editor")),
      Properties: () => propertyBag(`${filePath(path)}/Properties`, row),
      Versions: () =>
        session.access.can(number(row, "scope"), right.viewVersions)
          ? fileVersions(session, list, row).map((old) => fileVersionEntity(session, row, old))
          : [],
    },
  };
}

function versionProperties(version: number, held: boolean): Readonly<Record<string, Value>> {
  const draft = version % 512 !== 0;
  return {
    CheckOutType: held ? 0 : 2,
    Level: held ? 255 : draft ? 2 : 1,
    MajorVersion: Math.floor(version / 512),
    MinorVersion: version % 512,
    UIVersion: version,
    UIVersionLabel: versionLabel(version),
  };
}

function filePath(path: string): string {
  return `Web/GetFileByServerRelativePath(decodedurl='${path.replaceAll("'", "''")}')`;
}

function person(session: Session, id: number): Entity | null {
  const principal = principalById(session.database, id);
  return principal ? userEntity(session, principal) : null;
}
