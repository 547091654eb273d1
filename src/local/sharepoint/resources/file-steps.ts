import { z } from "zod";
import { rightsManagementEntity } from "../entities/rights-management.ts";
import { argumentInvalid, refused } from "../errors.ts";
import {
  approve,
  checkIn,
  checkInType,
  checkOut,
  deny,
  publish,
  undoCheckOut,
  unpublish,
  type CheckInType,
} from "../files/check-in.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { recycleItem } from "../items/recycle-item.ts";
import { deleteItem } from "../items/write-item.ts";
import type { Segment } from "../odata/address.ts";
import { value, type Answer } from "../odata/entity.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right, type Rights } from "../permissions/rights.ts";
import { pathOfRow } from "../files/place.ts";
import { requireThroughout } from "../files/rights-below.ts";
import type { Session } from "../session.ts";
import { tableOf, type List } from "../store/list.ts";
import type { Row } from "../store/row.ts";
import { fileVersionsResource } from "./file-versions.ts";
import { matchEtag } from "./match-etag.ts";
import { relocationSteps } from "./relocation.ts";
import { entityResource, type Resource } from "./resource.ts";

/** What can be done with a file besides reading, writing and deleting it. */
export function fileSteps(session: Session, list: List, row: Row): NonNullable<Resource["steps"]> {
  const doing =
    (name: string, wanted: Rights, work: (step: Segment) => void) =>
    (step: Segment): Resource => ({
      post: () => {
        requireWrite(session, list, row, wanted);
        work(step);
        return nothing(name);
      },
    });
  const edit = right.editListItems;
  return {
    checkout: doing("CheckOut", edit, () => checkOut(session, list, row)),
    checkin: doing("CheckIn", edit, (step) =>
      checkIn(session, list, row, { type: typeOf(step), comment: commentOf(step) }),
    ),
    approve: doing("Approve", right.approveItems, (step) =>
      approve(session, list, row, commentOf(step)),
    ),
    deny: doing("Deny", right.approveItems, (step) => deny(session, list, row, commentOf(step))),
    undocheckout: doing("UndoCheckOut", edit, () => undoCheckOut(session, list, row)),
    publish: doing("Publish", edit, (step) => publish(session, list, row, commentOf(step))),
    unpublish: doing("UnPublish", edit, (step) => unpublish(session, list, row, commentOf(step))),
    versions: (segment) => fileVersionsResource(session, list, row, segment),
    recyclewithetag: () => ({ post: (request) => recycleSame(session, list, row, request) }),
    // No program opens files in a browser here; SharePoint says so with an empty address.
    getwopiframeurl: () => ({ post: () => value("GetWOPIFrameUrl", "Edm.String", "") }),
    informationrightsmanagementsettings: () => entityResource(() => rightsManagementEntity(list)),
    effectiveinformationrightsmanagementsettings: () =>
      entityResource(() => rightsManagementEntity(list)),
    ...relocationSteps(() => ({ session, list, row })),
    ...deletionSteps(session, list, row),
  };
}

const deletion = z.object({
  parameters: z
    .object({ ETagMatch: z.string().nullish(), DeleteIfEmpty: z.boolean().nullish() })
    .nullish(),
});

/** `DeleteWithParameters` and `RecycleWithParameters`, of files and folders. */
export function deletionSteps(
  session: Session,
  list: List,
  row: Row,
): NonNullable<Resource["steps"]> {
  const checked = (request: ApiRequest) => {
    const { parameters } = parseBody(deletion, request);
    requireThroughout(session, list, row, right.deleteListItems);
    const etag = parameters?.ETagMatch ?? undefined;
    matchEtag(row, { ...request, ifMatch: etag === "" ? undefined : etag });
    if (parameters?.DeleteIfEmpty === true && holdsAnything(session, list, row))
      throw refused("The folder is not empty.");
  };
  return {
    deletewithparameters: () => ({
      post: (request) => {
        checked(request);
        deleteItem(session, list, row);
        return nothing("DeleteWithParameters");
      },
    }),
    recyclewithparameters: () => ({
      post: (request) => {
        checked(request);
        return value("RecycleWithParameters", "Edm.Guid", recycleItem(session, list, row));
      },
    }),
  };
}

/** `RecycleWithETag`: only as the caller knows the file. Throws 412 for another state. */
function recycleSame(session: Session, list: List, row: Row, request: ApiRequest): Answer {
  const { etagMatch } = parseBody(z.object({ etagMatch: z.string() }), request);
  requireWrite(session, list, row, right.deleteListItems);
  matchEtag(row, { ...request, ifMatch: etagMatch });
  return value("RecycleWithETag", "Edm.Guid", recycleItem(session, list, row));
}

function holdsAnything({ database }: Session, list: List, row: Row): boolean {
  const sql = `SELECT 1 FROM ${tableOf(list)} WHERE dir = ? LIMIT 1`;
  return database.one(sql, pathOfRow(row)) !== undefined;
}

function commentOf({ named, positional }: Segment): string {
  const given = named.get("comment") ?? positional[0];
  const comment = typeof given === "string" ? given : "";
  if (comment.length > 1023) throw argumentInvalid("A comment can have 1,023 characters.");
  return comment;
}

function typeOf(step: Segment): CheckInType {
  const asked = Number(step.named.get("checkintype") ?? step.positional[1] ?? checkInType.major);
  const known = Object.values(checkInType).find((type) => type === asked);
  if (known === undefined) throw argumentInvalid("checkInType is 0, 1 or 2.");
  return known;
}

function nothing(name: string): Answer {
  return { kind: "null", name };
}
