import { attachmentFolder, type Attachment } from "../items/attachments.ts";
import { Complex, type Entity } from "../odata/entity.ts";
import type { List } from "../store/list.ts";
import { number, type Row } from "../store/row.ts";

export function attachmentEntity(list: List, item: Row, { name }: Attachment): Entity {
  const path = `${attachmentFolder(list, item)}/${name}`;
  const quoted = name.replaceAll("'", "''");
  return {
    type: "SP.Attachment",
    path: `Web/Lists(guid'${list.id}')/Items(${number(item, "id")})/AttachmentFiles('${encodeURIComponent(quoted)}')`,
    properties: {
      FileName: name,
      FileNameAsPath: new Complex("SP.ResourcePath", { DecodedUrl: name }),
      ServerRelativePath: new Complex("SP.ResourcePath", { DecodedUrl: path }),
      ServerRelativeUrl: path,
    },
  };
}
