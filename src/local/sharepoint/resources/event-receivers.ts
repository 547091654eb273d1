import { z } from "zod";
import { camlUnsupported } from "../caml/caml-errors.ts";
import { parseBody } from "../http/request.ts";
import type { Entity } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import { locationDefaultsFile, readFormFile } from "../store/form-files.ts";
import type { List } from "../store/list.ts";
import type { Resource } from "./resource.ts";

const receiverName = "LocationBasedMetadataDefaultsReceiver ItemAdded";
const newReceiver = z.object({
  eventReceiverCreationInformation: z.looseObject({ ReceiverName: z.string() }),
});

/**
 * What happens when items are added. The one receiver that there is here is the one that gives new files the defaults
 * of their folder; it is there as soon as there are defaults. Any other is refused, because it would never be called.
 */
export function eventReceiversResource(session: Session, list: List): Resource {
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.EventReceiverDefinitions",
      entities: readFormFile(session.database, list, locationDefaultsFile)
        ? [receiverEntity(list)]
        : [],
    }),
    steps: {
      add: () => ({
        post: (request) => {
          session.access.require(list.scope, right.manageLists);
          const { eventReceiverCreationInformation: wanted } = parseBody(newReceiver, request);
          if (wanted.ReceiverName !== receiverName)
            throw camlUnsupported(`the event receiver ${wanted.ReceiverName}`);
          return { kind: "entity", entity: receiverEntity(list) };
        },
      }),
    },
  };
}

/** Webs and sites have none here, and take none, because none would ever be called. */
export const noReceivers: Resource = {
  get: () => ({ kind: "collection", set: "SP.ApiData.EventReceiverDefinitions", entities: [] }),
  steps: {
    add: () => ({
      post: (request) => {
        const { eventReceiverCreationInformation: wanted } = parseBody(newReceiver, request);
        throw camlUnsupported(`the event receiver ${wanted.ReceiverName}`);
      },
    }),
  },
};

function receiverEntity(list: List): Entity {
  return {
    type: "SP.EventReceiverDefinition",
    path: `Web/Lists(guid'${list.id}')/EventReceivers(guid'${list.id}')`,
    properties: {
      EventType: 10_001,
      ReceiverAssembly:
        "Microsoft.Office.DocumentManagement, Version=16.0.0.0, Culture=neutral, PublicKeyToken=71e9bce111e9429c",
      ReceiverClass: "Microsoft.Office.DocumentManagement.LocationBasedMetadataDefaultsReceiver",
      ReceiverId: list.id,
      ReceiverName: receiverName,
      ReceiverUrl: null,
      SequenceNumber: 1000,
      Synchronization: 1,
    },
  };
}
