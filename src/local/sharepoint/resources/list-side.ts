import { textArgument } from "../odata/address.ts";
import { rightsManagementEntity } from "../entities/rights-management.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { contentTypesResource } from "./content-types.ts";
import { eventReceiversResource } from "./event-receivers.ts";
import { formsResource } from "./forms.ts";
import { itemsByCaml } from "./items-by-caml.ts";
import { listDataStream, listDataText } from "./list-data-stream.ts";
import { listFormData } from "./list-form-data.ts";
import { listItemChanges } from "./list-item-changes.ts";
import { relatedFields, reserveItemId } from "./list-oddments.ts";
import { entityResource, type Resource } from "./resource.ts";
import { subscriptionsResource } from "./subscriptions.ts";
import { userActionsResource } from "./user-actions.ts";
import { cultureSteps } from "./words-of-culture.ts";
import { defaultView, viewById, viewsResource } from "./views.ts";

/** What a list leads on to besides its items, columns and permissions. */
export function listSideSteps(session: Session, list: List): NonNullable<Resource["steps"]> {
  return {
    contenttypes: (segment) => contentTypesResource(session, list, segment),
    eventreceivers: () => eventReceiversResource(session, list),
    usercustomactions: (segment) =>
      userActionsResource(
        session,
        {
          web: session.site.web,
          list: list.number,
          path: `Web/Lists(guid'${list.id}')`,
          scope: 4,
          mayManage: () => session.access.require(list.scope, right.manageLists),
        },
        segment,
      ),
    informationrightsmanagementsettings: () => entityResource(() => rightsManagementEntity(list)),
    ...cultureSteps({ title: () => list.title, description: () => list.settings.description }),
    views: (segment) => viewsResource(session, list, segment),
    getview: (segment) => viewById(session, list, textArgument(segment, "viewguid")),
    defaultview: () => defaultView(session, list),
    getitems: (segment) => itemsByCaml(session, list, segment),
    renderlistdata: (segment) => listDataText(session, list, segment),
    renderlistdataasstream: () => listDataStream(session, list),
    renderlistformdata: (segment) => listFormData(session, list, segment),
    forms: (segment) => formsResource(list, segment),
    getlistitemchangessincetoken: () => listItemChanges(session, list),
    getrelatedfields: () => relatedFields(session, list),
    subscriptions: (segment) => subscriptionsResource(session, list, segment),
    workflowassociations: () => ({
      get: () => ({ kind: "collection", set: "SP.ApiData.WorkflowAssociations", entities: [] }),
    }),
    reservelistitemid: () => reserveItemId(session, list),
  };
}
