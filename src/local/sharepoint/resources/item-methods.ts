import { z } from "zod";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { recycleItem } from "../items/recycle-item.ts";
import { value, type Answer } from "../odata/entity.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { number, type Row } from "../store/row.ts";
import { changesAnswer } from "./changes.ts";
import { commentsResource } from "./comments.ts";
import { itemVersionsResource } from "./item-versions.ts";
import { matchEtag } from "./match-etag.ts";
import type { Resource } from "./resource.ts";

/** What an item can be asked by method, and what only repeats one of its links under another name. */
export function itemMethodSteps(
  session: Session,
  list: List,
  row: Row,
): NonNullable<Resource["steps"]> {
  // These save what was set on an object beforehand; over REST nothing has been, so there is nothing to save.
  const saving = (name: string) => (): Resource => ({
    post: () => {
      requireWrite(session, list, row, right.editListItems);
      return { kind: "null", name };
    },
  });
  return {
    systemupdate: saving("SystemUpdate"),
    updateoverwriteversion: saving("UpdateOverwriteVersion"),
    recyclewithparameters: () => ({ post: (request) => recycle(session, list, row, request) }),
    getchanges: () => ({
      post: (request) => changesAnswer(session, request, list, number(row, "id")),
    }),
    getcomments: (segment) => commentsResource(session, list, row, segment),
    getversions: (segment) => itemVersionsResource(session, list, row, segment),
    getversionbyid: (segment) => itemVersionsResource(session, list, row, segment),
  };
}

const parameters = z.object({
  parameters: z.looseObject({ ETagMatch: z.string().nullish() }).nullish(),
});

function recycle(session: Session, list: List, row: Row, request: ApiRequest): Answer {
  const etag = parseBody(parameters, request).parameters?.ETagMatch;
  requireWrite(session, list, row, right.deleteListItems);
  matchEtag(row, { ...request, ifMatch: etag ? etag : request.ifMatch });
  return value("RecycleWithParameters", "Edm.Guid", recycleItem(session, list, row));
}
