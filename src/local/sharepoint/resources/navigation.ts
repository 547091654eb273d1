import { z } from "zod";
import { navNodeEntities, navNodeEntity } from "../entities/nav-node-entity.ts";
import { argumentInvalid, SharePointError } from "../errors.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { hasArguments, numberArgument, type Segment } from "../odata/address.ts";
import { done, type Answer, type Entity } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import {
  deleteNavNode,
  insertNavNode,
  moveNavNode,
  navNode,
  updateNavNode,
  type Bar,
  type NavNode,
} from "../store/navigation.ts";
import { entityResource, type Resource } from "./resource.ts";

const address = z.string().max(2000);
const newNode = z.looseObject({
  Title: z.string().min(1).max(255),
  Url: address,
  IsExternal: z.boolean().nullish(),
  IsVisible: z.boolean().nullish(),
  AsLastNode: z.boolean().nullish(),
});
const nodeChange = z.looseObject({
  Title: z.string().min(1).max(255).optional(),
  Url: address.optional(),
  IsVisible: z.boolean().optional(),
});
const move = z.looseObject({ nodeId: z.number().int(), previousNodeId: z.number().int() });

/** The links at the side and at the top of a web's pages. */
export function navigationResource(session: Session): Resource {
  const bar = (which: Bar) => (segment: Segment) => nodesResource(session, which, null, segment);
  return entityResource(() => navigationEntity(session), {
    steps: {
      quicklaunch: bar("quick"),
      topnavigationbar: bar("top"),
      getnodebyid: (segment) => nodeResource(session, numberArgument(segment)),
    },
  });
}

function navigationEntity(session: Session): Entity {
  return {
    type: "SP.Navigation",
    path: "Web/Navigation",
    properties: { UseShared: session.site.root !== undefined },
    links: {
      QuickLaunch: () => navNodeEntities(session, "quick", null),
      TopNavigationBar: () => navNodeEntities(session, "top", null),
    },
  };
}

function nodesResource(
  session: Session,
  bar: Bar,
  parent: number | null,
  segment: Segment,
): Resource {
  if (hasArguments(segment)) return nodeResource(session, numberArgument(segment));
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.NavigationNodes",
      entities: navNodeEntities(session, bar, parent),
    }),
    post: (request) => add(session, { web: session.site.web, bar, parent }, request),
    steps: {
      getbyid: (step) => nodeResource(session, numberArgument(step)),
      moveafter: () => ({ post: (request) => moveAfter(session, request) }),
    },
  };
}

function nodeResource(session: Session, id: number): Resource {
  const { database, site } = session;
  const node = navNode(database, site.web, id);
  // SharePoint answers null for a node that is not there.
  if (!node) return { get: () => ({ kind: "null", name: "GetById" }) };
  return entityResource(() => navNodeEntity(session, node), {
    merge: (request) => {
      mayManage(session);
      const { Title: title, Url: url, IsVisible: visible } = parseBody(nodeChange, request);
      updateNavNode(database, {
        ...node,
        title: title ?? node.title,
        url: url ?? node.url,
        visible: visible ?? node.visible,
      });
      return { kind: "nothing", status: 204 };
    },
    delete: () => {
      mayManage(session);
      deleteNavNode(database, node);
      return done;
    },
    steps: { children: (segment) => nodesResource(session, node.bar, node.id, segment) },
  });
}

function add(
  session: Session,
  place: Pick<NavNode, "web" | "bar" | "parent">,
  request: ApiRequest,
): Answer {
  mayManage(session);
  const body = parseBody(newNode, request);
  const external = body.IsExternal === true;
  const visible = body.IsVisible !== false;
  const id = insertNavNode(
    session.database,
    { ...place, title: body.Title, url: body.Url, external, visible },
    body.AsLastNode !== false,
  );
  const node = { ...place, id, title: body.Title, url: body.Url, external, visible };
  return { kind: "entity", entity: navNodeEntity(session, node), status: 201 };
}

function moveAfter(session: Session, request: ApiRequest): Answer {
  mayManage(session);
  const { nodeId, previousNodeId } = parseBody(move, request);
  const node = known(session, nodeId);
  const previous = previousNodeId === 0 ? undefined : known(session, previousNodeId);
  if (previous && (previous.bar !== node.bar || previous.parent !== node.parent))
    throw argumentInvalid("The two nodes do not stand in the same place.");
  moveNavNode(session.database, node, previous);
  return { kind: "null", name: "MoveAfter" };
}

function known({ database, site }: Session, id: number): NavNode {
  const node = navNode(database, site.web, id);
  if (node) return node;
  throw new SharePointError(404, "-1, System.ArgumentException", "The node does not exist.");
}

function mayManage({ access, site }: Session): void {
  access.require(site.scope, right.manageWeb);
}
