import type { Entity } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { navNodes, type Bar, type NavNode } from "../store/navigation.ts";

/** One link of a navigation, with those below it. */
export function navNodeEntity(session: Session, node: NavNode): Entity {
  return {
    type: "SP.NavigationNode",
    path: `Web/Navigation/GetNodeById(${node.id})`,
    properties: {
      AudienceIds: null,
      CurrentLCID: 1033,
      Id: node.id,
      IsDocLib: !node.external,
      IsExternal: node.external,
      IsVisible: node.visible,
      ListTemplateType: 0,
      Title: node.title,
      Url: node.url,
    },
    links: {
      Children: () => navNodeEntities(session, node.bar, node.id),
    },
  };
}

/** The links of one bar of this web, or those below one of them. */
export function navNodeEntities(session: Session, bar: Bar, parent: number | null): Entity[] {
  const place = { web: session.site.web, bar };
  return navNodes(session.database, place, parent).map((node) => navNodeEntity(session, node));
}
