import { z } from "zod";
import { nameExists, refused, roleMissing } from "../errors.ts";
import { roleEntity } from "../entities/role-entity.ts";
import { parseBody, readBody, type ApiRequest } from "../http/request.ts";
import { isObject, type Json } from "../json.ts";
import { hasArguments, numberArgument, textArgument, type Segment } from "../odata/address.ts";
import { done, type Answer } from "../odata/entity.ts";
import { webScope } from "../permissions/access.ts";
import { roleId } from "../permissions/built-in-roles.ts";
import { readBasePermissions, right } from "../permissions/rights.ts";
import {
  allRoles,
  deleteRole,
  insertRole,
  roleById,
  roleByName,
  updateRole,
  type Role,
} from "../permissions/roles.ts";
import type { Session } from "../session.ts";
import { entityResource, type Resource } from "./resource.ts";

const newRole = z.object({
  Name: z.string().min(1).max(255),
  Description: z.string().nullable().default(null),
  Order: z.number().int().default(2147483647),
});
const roleChange = z.object({
  Name: z.string().min(1).optional(),
  Description: z.string().nullable().optional(),
  Order: z.number().int().optional(),
});

export function rolesResource(session: Session, segment: Segment): Resource {
  const { database } = session;
  if (hasArguments(segment))
    return roleResource(session, roleById(database, numberArgument(segment)));
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.RoleDefinitions",
      entities: allRoles(database).map(roleEntity),
    }),
    post: (request) => add(session, request),
    steps: {
      getbyid: (step) => roleResource(session, roleById(database, numberArgument(step))),
      getbyname: (step) => roleResource(session, roleByName(database, textArgument(step))),
      getbytype: (step) =>
        roleResource(
          session,
          allRoles(database).find(({ kind }) => kind === numberArgument(step)),
        ),
    },
  };
}

function roleResource(session: Session, role: Role | undefined): Resource {
  if (!role) throw roleMissing();
  return entityResource(() => roleEntity(role), {
    merge: (request) => update(session, role, request),
    delete: () => {
      session.access.require(webScope, right.managePermissions);
      refuseFixed(role);
      deleteRole(session.database, role.id);
      session.site.accessBook.forget();
      return done;
    },
  });
}

function add(session: Session, request: ApiRequest): Answer {
  session.access.require(webScope, right.managePermissions);
  const { Name: name, Description: description, Order: position } = parseBody(newRole, request);
  if (roleByName(session.database, name)) throw nameExists(name);
  const { high, low } = readBasePermissions(readBody(request)["BasePermissions"]);
  const id = insertRole(session.database, { name, description, position, high, low });
  const role = roleById(session.database, id);
  if (!role) throw roleMissing();
  return { kind: "entity", entity: roleEntity(role), status: 201 };
}

function update(session: Session, role: Role, request: ApiRequest): Answer {
  session.access.require(webScope, right.managePermissions);
  refuseFixed(role);
  const change = parseBody(roleChange, request);
  const permissions = sentPermissions(request);
  updateRole(session.database, {
    ...role,
    name: change.Name ?? role.name,
    description: change.Description === undefined ? role.description : change.Description,
    position: change.Order ?? role.position,
    ...(permissions === undefined ? {} : readBasePermissions(permissions)),
  });
  session.site.accessBook.forget();
  return { kind: "nothing", status: 204 };
}

/** Some clients send the type of the rights without any rights, where they leave them as they are. */
function sentPermissions(request: ApiRequest): Json | undefined {
  const sent = readBody(request)["BasePermissions"];
  return isObject(sent) && Object.keys(sent).length === 0 ? undefined : sent;
}

/** Full Control and Limited Access hold the site together. */
function refuseFixed({ id, name }: Role): void {
  if (id === roleId.fullControl || id === roleId.limitedAccess)
    throw refused(`You cannot customise or delete the permission level ${name}.`);
}
