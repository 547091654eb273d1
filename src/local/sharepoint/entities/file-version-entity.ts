import type { FileVersion } from "../files/file-versions.ts";
import { Complex, type Entity } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { principalById } from "../store/principals.ts";
import { text, type Row } from "../store/row.ts";
import { userEntity } from "./principal-entity.ts";

/** An earlier version of a file, under the address that SharePoint keeps history at. */
export function fileVersionEntity(session: Session, row: Row, version: FileVersion): Entity {
  const path = `${text(row, "dir")}/${text(row, "leaf")}`;
  const below = path.slice(session.site.path.length + 1);
  return {
    type: "SP.FileVersion",
    path: `Web/GetFileByServerRelativePath(decodedurl='${path.replaceAll("'", "''")}')/versions(${version.version})`,
    properties: {
      CheckInComment: String(version.content["checkinnote"] ?? ""),
      Created: version.created,
      ExpirationDate: null,
      ID: version.version,
      IsCurrentVersion: false,
      Length: String(version.size),
      Size: version.size,
      SnapshotDate: null,
      Url: `_vti_history/${version.version}/${below}`,
      VersionLabel: version.label,
    },
    onRequest: {
      ServerRelativePath: () => new Complex("SP.ResourcePath", { DecodedUrl: path }),
    },
    links: {
      CreatedBy: () => {
        const editor = principalById(session.database, version.editor);
        return editor ? userEntity(session, editor) : null;
      },
    },
  };
}
