import type { Entity, Linked } from "../odata/entity.ts";
import { noShape, parseQuery } from "../odata/query.ts";
import { project } from "../items/projection.ts";
import { queryItems } from "../query/item-query.ts";
import { hooksOf } from "../hooks/hook.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import { listTypes } from "../store/content-types.ts";
import type { List } from "../store/list.ts";
import { viewsOf } from "../store/views.ts";
import { hookEntity } from "./hook-entity.ts";
import { contentTypeEntity } from "./content-type-entity.ts";
import { openedAtAddress } from "./opened-at-address.ts";
import { rightsManagementEntity } from "./rights-management.ts";
import { viewEntity } from "./view-entity.ts";

/** What a list links to besides its columns, folder and permissions. */
export function listLinks(session: Session, list: List): Record<string, () => Linked> {
  const views = () => viewsOf(session.database, list);
  return {
    ContentTypes: () =>
      listTypes(session.database, list).map((type) => contentTypeEntity(session, list, type)),
    ...openedAtAddress(`Web/Lists(guid'${list.id}')`, [
      "DescriptionResource",
      "EventReceivers",
      "Forms",
      "TitleResource",
      "UserCustomActions",
    ]),
    InformationRightsManagementSettings: () => rightsManagementEntity(list),
    Items: () => firstItems(session, list),
    WorkflowAssociations: () => [],
    DefaultView: () => {
      const view = views().find(({ settings }) => settings.isDefault);
      return view ? viewEntity(list, view) : null;
    },
    Subscriptions: () =>
      session.access.can(list.scope, right.manageLists)
        ? hooksOf(session.database, list.number).map((hook) => hookEntity(list, hook))
        : [],
    VersionPolicies: () => ({
      type: "SP.VersionPolicyManager",
      path: `Web/Lists(guid'${list.id}')/VersionPolicies`,
      // Versions are trimmed by their number here, never by their age.
      properties: { DefaultExpireAfterDays: 0, DefaultTrimMode: 0 },
    }),
    Views: () => views().map((view) => viewEntity(list, view)),
  };
}

/** The first page of a list, as its items are told by themselves. */
function firstItems(session: Session, list: List): Entity[] {
  const { rows } = queryItems(session, list, parseQuery(""), project(list, noShape));
  return rows.map((row) => session.entities.item(session, list, row));
}
