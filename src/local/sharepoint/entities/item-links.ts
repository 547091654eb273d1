import { attachmentsOf } from "../items/attachments.ts";
import type { Linked } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { listTypes, ownTypeId } from "../store/content-types.ts";
import { text, type Row } from "../store/row.ts";
import { attachmentEntity } from "./attachment-entity.ts";
import { likesEntity } from "./comment-entity.ts";
import { contentTypeEntity } from "./content-type-entity.ts";
import { fieldValuesEntity } from "./field-values-entity.ts";

/** What an item links to besides its list, file, versions and permissions; `complete` reads all its columns. */
export function itemSideLinks(
  session: Session,
  list: List,
  complete: () => Row,
): Record<string, () => Linked> {
  return {
    AttachmentFiles: () =>
      attachmentsOf(session.database, complete()).map((file) =>
        attachmentEntity(list, complete(), file),
      ),
    ContentType: () => {
      const id = ownTypeId(list, text(complete(), "contenttypeid"));
      const type = listTypes(session.database, list).find((candidate) => candidate.id === id);
      return type ? contentTypeEntity(session, list, type) : null;
    },
    FieldValuesAsHtml: () => fieldValuesEntity(session, list, complete(), "AsHtml"),
    FieldValuesAsText: () => fieldValuesEntity(session, list, complete(), "AsText"),
    FieldValuesForEdit: () => fieldValuesEntity(session, list, complete(), "ForEdit"),
    LikedByInformation: () => likesEntity(session, list, complete()),
  };
}
