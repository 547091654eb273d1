import { SharePointError } from "../errors.ts";
import { parseBody, readBody, type ApiRequest } from "../http/request.ts";
import { hasArguments, textArgument, type Segment } from "../odata/address.ts";
import { done, type Answer, type Entity } from "../odata/entity.ts";
import { basePermissions, noRights } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import {
  actionSettings,
  actionsOf,
  deleteAction,
  insertAction,
  updateAction,
  type ActionPlace,
  type UserAction,
} from "../store/user-actions.ts";
import { entityResource, type Resource } from "./resource.ts";

/** Where custom actions belong, and what their address begins with. */
export interface ActionHome extends ActionPlace {
  readonly path: string;
  /** SP.UserCustomActionScope: site, web or list. */
  readonly scope: 2 | 3 | 4;
  /** Throws 403 where the caller may not change them. */
  readonly mayManage: () => void;
}

/** User custom actions: kept and answered; no page of this service shows them. */
export function userActionsResource(
  session: Session,
  home: ActionHome,
  segment: Segment,
): Resource {
  if (hasArguments(segment)) return actionResource(session, home, textArgument(segment));
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.UserCustomActions",
      entities: actionsOf(session.database, home).map((action) => actionEntity(home, action)),
    }),
    post: (request) => add(session, home, request),
    steps: {
      getbyid: (step) => actionResource(session, home, textArgument(step)),
      clear: () => ({
        post: () => {
          home.mayManage();
          for (const action of actionsOf(session.database, home))
            deleteAction(session.database, action);
          return { kind: "null", name: "Clear" };
        },
      }),
    },
  };
}

function add(session: Session, home: ActionHome, request: ApiRequest): Answer {
  home.mayManage();
  const action = insertAction(session.database, home, parseBody(actionSettings, request));
  return { kind: "entity", entity: actionEntity(home, action), status: 201 };
}

function actionResource({ database }: Session, home: ActionHome, asked: string): Resource {
  const wanted = asked.replaceAll(/[{}]/g, "").toLowerCase();
  const action = actionsOf(database, home).find(({ id }) => id === wanted);
  if (!action)
    throw new SharePointError(404, "-1, System.ArgumentException", "The action does not exist.");
  return entityResource(() => actionEntity(home, action), {
    merge: (request) => {
      home.mayManage();
      parseBody(actionSettings, request);
      const settings = actionSettings.parse({ ...action.settings, ...readBody(request) });
      updateAction(database, { ...action, settings });
      return { kind: "nothing", status: 204 };
    },
    delete: () => {
      home.mayManage();
      deleteAction(database, action);
      return done;
    },
  });
}

function actionEntity({ path, scope }: ActionHome, { id, settings }: UserAction): Entity {
  return {
    type: "SP.UserCustomAction",
    path: `${path}/UserCustomActions(guid'${id}')`,
    properties: {
      ...settings,
      Id: id,
      Rights: basePermissions(noRights),
      Scope: scope,
      VersionOfUserCustomAction: "1.0.1.0",
    },
  };
}
