import { textArgument } from "../odata/address.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { contentTypesResource } from "./content-types.ts";
import { eventReceiversResource } from "./event-receivers.ts";
import { formsResource } from "./forms.ts";
import { itemsByCaml } from "./items-by-caml.ts";
import { listDataStream, listDataText } from "./list-data-stream.ts";
import { listItemChanges } from "./list-item-changes.ts";
import { relatedFields, reserveItemId } from "./list-oddments.ts";
import type { Resource } from "./resource.ts";
import { subscriptionsResource } from "./subscriptions.ts";
import { defaultView, viewById, viewsResource } from "./views.ts";

/** What a list leads on to besides its items, columns and permissions. */
export function listSideSteps(session: Session, list: List): NonNullable<Resource["steps"]> {
  return {
    contenttypes: (segment) => contentTypesResource(session, list, segment),
    eventreceivers: () => eventReceiversResource(session, list),
    views: (segment) => viewsResource(session, list, segment),
    getview: (segment) => viewById(session, list, textArgument(segment, "viewguid")),
    defaultview: () => defaultView(session, list),
    getitems: (segment) => itemsByCaml(session, list, segment),
    renderlistdata: (segment) => listDataText(session, list, segment),
    renderlistdataasstream: () => listDataStream(session, list),
    forms: (segment) => formsResource(list, segment),
    getlistitemchangessincetoken: () => listItemChanges(session, list),
    getrelatedfields: () => relatedFields(session, list),
    subscriptions: (segment) => subscriptionsResource(session, list, segment),
    reservelistitemid: () => reserveItemId(session, list),
  };
}
