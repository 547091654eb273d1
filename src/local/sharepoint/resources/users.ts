import { z } from "zod";
import { accessDenied, principalMissing } from "../errors.ts";
import { groupEntity, userEntity } from "../entities/principal-entity.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { hasArguments, numberArgument, textArgument, type Segment } from "../odata/address.ts";
import { done, type Answer } from "../odata/entity.ts";
import { webScope } from "../permissions/access.ts";
import { ensureUser } from "../permissions/ensure-user.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import {
  allPrincipals,
  deletePrincipal,
  groupsOf,
  principalById,
  updatePrincipal,
  userByEmail,
  userByLogin,
  type Principal,
} from "../store/principals.ts";
import { entityResource, type Resource } from "./resource.ts";

export function currentUserResource(session: Session): Resource {
  const { caller } = session;
  return entityResource(() => userEntity(session, caller), {
    merge: (request) => change(session, caller, request),
    steps: { groups: () => groupsOfUser(session, caller) },
  });
}

export function usersResource(session: Session, segment: Segment): Resource {
  const { database } = session;
  if (hasArguments(segment)) {
    const [key] = [...segment.positional, ...segment.named.values()];
    return typeof key === "number"
      ? userById(session, segment)
      : userResource(session, userByLogin(database, String(key)), String(key));
  }
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.Users",
      entities: allPrincipals(database, "user").map((user) => userEntity(session, user)),
    }),
    post: (request) => add(session, request),
    steps: {
      getbyid: (step) => userById(session, step),
      getbyemail: (step) => {
        const email = textArgument(step, "emailaddress");
        return userResource(session, userByEmail(database, email), email);
      },
      getbyloginname: (step) => {
        const login = textArgument(step, "loginname");
        return userResource(session, userByLogin(database, login), login);
      },
      removebyid: (step) => ({ post: () => remove(session, numberArgument(step)) }),
      removebyloginname: (step) => ({
        post: () => {
          const login = textArgument(step);
          return remove(session, userByLogin(database, login)?.id ?? 0);
        },
      }),
    },
  };
}

/** Writes down somebody whom the directory knows. */
function add(session: Session, request: ApiRequest): Answer {
  mayManageUsers(session);
  const { LoginName: login } = parseBody(z.object({ LoginName: z.string().min(1) }), request);
  const user = ensureUser(session, login);
  if (!user) throw principalMissing(`The specified user ${login}`);
  return { kind: "entity", entity: userEntity(session, user), status: 201 };
}

export function userById(session: Session, segment: Segment): Resource {
  const id = numberArgument(segment, "id");
  return userResource(session, principalById(session.database, id), String(id));
}

function userResource(session: Session, user: Principal | undefined, asked: string): Resource {
  if (user?.kind !== "user") throw principalMissing(`The user ${asked}`);
  return entityResource(() => userEntity(session, user), {
    steps: { groups: () => groupsOfUser(session, user) },
    delete: () => remove(session, user.id),
    merge: (request) => change(session, user, request),
  });
}

function change(session: Session, user: Principal, request: ApiRequest): Answer {
  mayManageUsers(session);
  const body = parseBody(userChange, request);
  const makesAdmin = body.IsSiteAdmin !== undefined && body.IsSiteAdmin !== user.siteAdmin;
  if (makesAdmin && !session.caller.siteAdmin) throw accessDenied();
  updatePrincipal(session.database, user, {
    ...(body.Title === undefined ? {} : { title: body.Title }),
    ...(body.Email === undefined ? {} : { email: body.Email }),
    ...(body.IsSiteAdmin === undefined ? {} : { siteAdmin: body.IsSiteAdmin }),
  });
  session.site.accessBook.forget();
  return { kind: "nothing", status: 204 };
}

const userChange = z.object({
  Title: z.string().optional(),
  Email: z.string().optional(),
  IsSiteAdmin: z.boolean().optional(),
});

function groupsOfUser(session: Session, user: Principal): Resource {
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.Groups",
      entities: groupsOf(session.database, user.id).map((group) => groupEntity(session, group)),
    }),
  };
}

function remove(session: Session, id: number) {
  mayManageUsers(session);
  if (principalById(session.database, id)?.kind !== "user")
    throw principalMissing(`The user ${id}`);
  deletePrincipal(session.database, id);
  session.site.accessBook.forget();
  return done;
}

function mayManageUsers({ access, caller }: Session): void {
  if (!caller.siteAdmin && !access.can(webScope, right.managePermissions)) throw accessDenied();
}
