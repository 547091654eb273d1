import { z } from "zod";
import { accessDenied, nameExists, principalMissing } from "../errors.ts";
import { groupEntity, principalEntity, userEntity } from "../entities/principal-entity.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { hasArguments, numberArgument, textArgument, type Segment } from "../odata/address.ts";
import { done, type Answer, type Entity } from "../odata/entity.ts";
import { webScope } from "../permissions/access.ts";
import { ensureUser } from "../permissions/ensure-user.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import { changeType, recordChange } from "../store/changes.ts";
import {
  addMember,
  allPrincipals,
  deletePrincipal,
  groupByName,
  insertGroup,
  isMember,
  membersOf,
  principalById,
  removeMember,
  updatePrincipal,
  userByEmail,
  userByLogin,
  type Principal,
} from "../store/principals.ts";
import { entityResource, type Resource } from "./resource.ts";

const settings = {
  AllowMembersEditMembership: z.boolean().optional(),
  AllowRequestToJoinLeave: z.boolean().optional(),
  AutoAcceptRequestToJoinLeave: z.boolean().optional(),
  OnlyAllowMembersViewMembership: z.boolean().optional(),
};
const newGroup = z.object({
  Title: z.string().min(1).max(255),
  Description: z.string().nullable().optional(),
  ...settings,
});
const groupChange = newGroup.partial();

export function groupsResource(session: Session, segment: Segment): Resource {
  const { database } = session;
  if (hasArguments(segment)) return groupById(session, numberArgument(segment));
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.Groups",
      entities: allPrincipals(database, "group").map((group) => groupEntity(session, group)),
    }),
    post: (request) => add(session, request),
    steps: {
      getbyid: (step) => groupById(session, numberArgument(step)),
      getbyname: (step) => {
        const name = textArgument(step, "name");
        return groupResource(session, groupByName(database, name));
      },
      removebyid: (step) => ({
        post: () => remove(session, principalById(database, numberArgument(step))),
      }),
      removebyloginname: (step) => ({
        post: () => remove(session, groupByName(database, textArgument(step))),
      }),
    },
  };
}

export function groupById(session: Session, id: number): Resource {
  return groupResource(session, principalById(session.database, id));
}

function groupResource(session: Session, found: Principal | undefined): Resource {
  const group = known(found);
  return entityResource(() => groupEntity(session, group), {
    merge: (request) => update(session, group, request),
    delete: () => remove(session, group),
    steps: {
      users: (segment) => membersResource(session, group, segment),
      owner: () => {
        const owner = principalById(session.database, group.owner ?? group.id);
        return entityResource(() => principalEntity(session, owner ?? group));
      },
      setuserasowner: (segment) => ({
        post: () => {
          mayManage(session, group);
          const owner = principalById(session.database, numberArgument(segment, "ownerid"));
          if (!owner) throw principalMissing("The owner");
          updatePrincipal(session.database, group, { owner: owner.id });
          return { kind: "null", name: "SetUserAsOwner" };
        },
      }),
    },
  });
}

function membersResource(session: Session, group: Principal, segment: Segment): Resource {
  const { database } = session;
  if (hasArguments(segment)) return memberResource(session, group, segment.positional[0]);
  return {
    get: () => {
      maySeeMembers(session, group);
      const entities = membersOf(database, group.id).map((user) => userEntity(session, user));
      return { kind: "collection", set: "SP.ApiData.Users", entities };
    },
    post: (request) => addUser(session, group, request),
    steps: {
      getbyid: (step) => memberResource(session, group, numberArgument(step)),
      getbyloginname: (step) => memberResource(session, group, textArgument(step)),
      getbyemail: (step) =>
        memberResource(session, group, userByEmail(database, textArgument(step))?.id),
      adduserbyid: (step) => ({
        post: () => addKnown(session, group, principalById(database, numberArgument(step))),
      }),
      removebyid: (step) => ({ post: () => dropUser(session, group, numberArgument(step)) }),
      removebyloginname: (step) => ({
        post: () => dropUser(session, group, userByLogin(database, textArgument(step))?.id),
      }),
    },
  };
}

function memberResource(session: Session, group: Principal, key: unknown): Resource {
  maySeeMembers(session, group);
  const user = membersOf(session.database, group.id).find(
    ({ id, login }) => id === key || login.toLowerCase() === String(key).toLowerCase(),
  );
  if (!user) throw principalMissing("The user");
  return entityResource(() => userEntity(session, user));
}

function add(session: Session, request: ApiRequest): Answer {
  session.access.require(webScope, right.createGroups);
  const { Title: title, Description: description, ...rest } = parseBody(newGroup, request);
  if (groupByName(session.database, title)) throw nameExists(title);
  const group = insertGroup(session.database, {
    title,
    description: description ?? null,
    owner: session.caller.id,
    settings: defined(rest),
  });
  return { kind: "entity", entity: groupEntity(session, group), status: 201 };
}

function update(session: Session, group: Principal, request: ApiRequest): Answer {
  mayManage(session, group);
  const { Title: title, Description: description, ...rest } = parseBody(groupChange, request);
  updatePrincipal(session.database, group, {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    settings: defined(rest),
  });
  return { kind: "nothing", status: 204 };
}

function addUser(session: Session, group: Principal, request: ApiRequest): Answer {
  mayManage(session, group);
  const { LoginName: login } = parseBody(z.object({ LoginName: z.string().min(1) }), request);
  const user = ensureUser(session, login);
  if (!user) throw principalMissing(`The specified user ${login}`);
  const entity = takeIn(session, group, user);
  return { kind: "entity", entity, status: 201 };
}

function addKnown(session: Session, group: Principal, user: Principal | undefined): Answer {
  mayManage(session, group);
  if (user?.kind !== "user") throw principalMissing("The user");
  return { kind: "entity", entity: takeIn(session, group, user) };
}

function takeIn(session: Session, group: Principal, user: Principal): Entity {
  addMember(session.database, group.id, user.id);
  logMember(session, group, user.id, changeType.memberAdd);
  return userEntity(session, user);
}

function dropUser(session: Session, group: Principal, user: number | undefined): Answer {
  mayManage(session, group);
  if (user === undefined || !isMember(session.database, group.id, user))
    throw principalMissing("The user");
  removeMember(session.database, group.id, user);
  logMember(session, group, user, changeType.memberDelete);
  return { kind: "null", name: "RemoveById" };
}

function remove(session: Session, found: Principal | undefined): Answer {
  const group = known(found);
  mayManage(session, group);
  deletePrincipal(session.database, group.id);
  session.site.accessBook.forget();
  return done;
}

function logMember(
  { site, database, instant }: Session,
  group: Principal,
  user: number,
  action: (typeof changeType)["memberAdd" | "memberDelete"],
): void {
  site.accessBook.forget();
  recordChange(database, {
    at: instant,
    object: "group",
    action,
    item: group.id,
    details: { user },
  });
}

function known(found: Principal | undefined): Principal {
  if (found?.kind === "group") return found;
  throw principalMissing("Group");
}

/** Owners of a group, its members where they may, and whoever manages permissions. */
function mayManage({ access, caller, database }: Session, group: Principal): void {
  const { owner } = group;
  const allowed =
    access.can(webScope, right.managePermissions) ||
    owner === caller.id ||
    (owner !== null && isMember(database, owner, caller.id)) ||
    (group.settings["AllowMembersEditMembership"] === true &&
      isMember(database, group.id, caller.id));
  if (!allowed) throw accessDenied();
}

function maySeeMembers(session: Session, group: Principal): void {
  if (group.settings["OnlyAllowMembersViewMembership"] === false) return;
  if (!isMember(session.database, group.id, session.caller.id)) mayManage(session, group);
}

function defined(rest: Readonly<Record<string, boolean | undefined>>): Record<string, boolean> {
  const kept: Record<string, boolean> = {};
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) kept[name] = value;
  return kept;
}
