import { z } from "zod";
import { argumentInvalid, itemMissing, principalMissing, roleMissing } from "../errors.ts";
import { parseJson } from "../json.ts";
import { assignmentEntity, readableAssignments, roleEntity } from "../entities/role-entity.ts";
import { flagArgument, hasArguments, numberArgument, textArgument } from "../odata/address.ts";
import type { Segment } from "../odata/address.ts";
import { done, value, type Answer } from "../odata/entity.ts";
import { basePermissions, noRights, right } from "../permissions/rights.ts";
import { assignmentsIn, roleById } from "../permissions/roles.ts";
import {
  assign,
  breakInheritance,
  resetInheritance,
  unassign,
  type Securable,
} from "../permissions/securable.ts";
import type { Session } from "../session.ts";
import { changeType, recordChange } from "../store/changes.ts";
import { principalById, userByLogin } from "../store/principals.ts";
import { entityResource, type Resource } from "./resource.ts";

/** What webs, lists, folders and items have in common: inheritance, assignments and effective rights. */
export function securableSteps(
  session: Session,
  find: () => Securable,
): NonNullable<Resource["steps"]> {
  return {
    breakroleinheritance: (segment) => ({
      post: () => {
        const securable = managed(session, find);
        const copy = flagArgument(segment, "copyroleassignments") || segment.positional[0] === true;
        const clear = flagArgument(segment, "clearsubscopes") || segment.positional[1] === true;
        breakInheritance(session, securable, { copy, clear });
        return log(session, securable, changeType.scopeAdd, "BreakRoleInheritance");
      },
    }),
    resetroleinheritance: () => ({
      post: () => {
        const securable = managed(session, find);
        resetInheritance(session, securable);
        return log(session, securable, changeType.scopeDelete, "ResetRoleInheritance");
      },
    }),
    roleassignments: (segment) => assignmentsResource(session, find, segment),
    getusereffectivepermissions: (segment) => ({
      get: () => rightsOf(session, find(), textArgument(segment, "username")),
    }),
    doesuserhavepermissions: (segment) => ({
      get: () => {
        const { scope } = find();
        const wanted = wantedRights(segment);
        return value(
          "DoesUserHavePermissions",
          "Edm.Boolean",
          (session.access.rights(scope) & wanted) === wanted,
        );
      },
    }),
  };
}

/** Asked for as `(low)`, as `(high=…, low=…)` or as `(@v)` with `{"High":"0","Low":"1"}`. */
function wantedRights(segment: Segment): bigint {
  const [first] = segment.positional;
  if (typeof first === "string" && first.startsWith("{")) return rightsOfJson(first);
  if (!segment.named.has("low")) return BigInt(numberArgument(segment));
  const high = segment.named.has("high") ? numberArgument(segment, "high") : 0;
  return (BigInt(high) << 32n) | BigInt(numberArgument(segment, "low"));
}

const bits = z.coerce.bigint().nonnegative();
const basePermissionsJson = z.union([
  z.object({ High: bits, Low: bits }),
  z.object({ high: bits, low: bits }).transform(({ high, low }) => ({ High: high, Low: low })),
]);

function rightsOfJson(text: string): bigint {
  const read = basePermissionsJson.safeParse(tryParse(text));
  if (!read.success) throw argumentInvalid("Permissions are written as High and Low.");
  return (read.data.High << 32n) | read.data.Low;
}

function tryParse(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function assignmentsResource(session: Session, find: () => Securable, segment: Segment): Resource {
  const one = (principal: number) => assignmentResource(session, find, principal);
  if (hasArguments(segment)) return one(numberArgument(segment, "principalid"));
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.RoleAssignments",
      entities: readableAssignments(session, find()),
    }),
    steps: {
      addroleassignment: (add) => ({
        post: () => {
          const securable = managed(session, find);
          assign(session, securable, ...pair(session, add));
          return log(session, securable, changeType.assignmentAdd, "AddRoleAssignment");
        },
      }),
      removeroleassignment: (remove) => ({
        post: () => {
          const securable = managed(session, find);
          unassign(session, securable, ...someRoles(session, remove));
          return log(session, securable, changeType.assignmentDelete, "RemoveRoleAssignment");
        },
      }),
      getbyprincipalid: (get) => one(numberArgument(get, "principalid")),
    },
  };
}

function assignmentResource(session: Session, find: () => Securable, principal: number): Resource {
  const own = () => {
    const securable = readable(session, find);
    const assignment = assignmentsIn(session.database, securable.scope).find(
      (candidate) => candidate.principal === principal,
    );
    if (!assignment) throw itemMissing();
    return { securable, assignment };
  };
  return entityResource(
    () => {
      const { securable, assignment } = own();
      return assignmentEntity(session, securable, assignment);
    },
    {
      delete: () => {
        unassign(session, managed(session, find), principal);
        return done;
      },
      steps: {
        roledefinitionbindings: () => ({
          get: () => ({
            kind: "collection",
            set: "SP.ApiData.RoleDefinitions",
            entities: own().assignment.roles.map(roleEntity),
          }),
        }),
      },
    },
  );
}

function pair(session: Session, segment: Segment): [number, number] {
  const principal = numberArgument(segment, "principalid");
  const role = Number(segment.named.get("roledefid") ?? segment.positional[1]);
  if (!principalById(session.database, principal))
    throw principalMissing(`The principal ${principal}`);
  if (!roleById(session.database, role)) throw roleMissing();
  return [principal, role];
}

/** Without a level, all that the principal has here is meant. */
function someRoles(session: Session, segment: Segment): [number, number?] {
  if (segment.named.has("roledefid") || segment.positional.length > 1)
    return pair(session, segment);
  return [numberArgument(segment, "principalid")];
}

function managed({ access }: Session, find: () => Securable): Securable {
  const securable = find();
  access.require(securable.scope, right.managePermissions);
  return securable;
}

function readable({ access }: Session, find: () => Securable): Securable {
  const securable = find();
  access.require(securable.scope, right.enumeratePermissions);
  return securable;
}

function rightsOf(session: Session, { scope }: Securable, login: string): Answer {
  const user = userByLogin(session.database, login);
  if (user?.id !== session.caller.id) session.access.require(scope, right.enumeratePermissions);
  const rights = user ? session.site.accessBook.of(user).rights(scope) : noRights;
  return value("GetUserEffectivePermissions", "SP.BasePermissions", basePermissions(rights));
}

function log(
  { database, instant }: Session,
  { list, item }: Securable,
  action: (typeof changeType)[keyof typeof changeType],
  name: string,
): Answer {
  recordChange(database, {
    at: instant,
    object: item ? "item" : list ? "list" : "web",
    action,
    ...(list ? { list } : {}),
    ...(item ? { item: item.id } : {}),
  });
  return { kind: "null", name };
}
