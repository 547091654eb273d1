import { value } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { ownTypeId } from "../store/content-types.ts";
import { text, type Row } from "../store/row.ts";
import { attachmentsResource } from "./attachments.ts";
import { closingSteps, commentsResource, likeSteps } from "./comments.ts";
import { contentTypeResource } from "./content-types.ts";
import { fieldValuesSteps } from "./field-values.ts";
import type { Resource } from "./resource.ts";

/** What an item leads on to besides its columns, versions and permissions; `remove` deletes it. */
export function itemSideSteps(
  session: Session,
  list: List,
  row: Row,
  remove: NonNullable<Resource["post"]>,
): NonNullable<Resource["steps"]> {
  return {
    attachmentfiles: (segment) => attachmentsResource(session, list, row, segment),
    comments: (segment) => commentsResource(session, list, row, segment),
    contenttype: () =>
      contentTypeResource(session, list, ownTypeId(list, text(row, "contenttypeid"))),
    // No program opens files in a browser here; SharePoint says so with an empty address.
    getwopiframeurl: () => ({ post: () => value("GetWOPIFrameUrl", "Edm.String", "") }),
    deletewithparameters: () => ({ post: remove }),
    ...likeSteps(session, list, row),
    ...closingSteps(session, list, row),
    ...fieldValuesSteps(session, list, row),
  };
}
