import type { Entity } from "../odata/entity.ts";
import { number, text, type Row } from "../store/row.ts";

/** What SharePoint notes about a file, a folder or an item beside its columns. */
export function propertyBag(path: string, row: Row): Entity {
  return {
    type: "SP.PropertyValues",
    path,
    properties: {
      vti_x005f_etag: `"{${text(row, "uid").toUpperCase()}},${number(row, "etag")}"`,
      vti_x005f_timecreated: text(row, "created"),
      vti_x005f_timelastmodified: text(row, "modified"),
      vti_x005f_filesize: typeof row["size"] === "number" ? row["size"] : null,
    },
  };
}
