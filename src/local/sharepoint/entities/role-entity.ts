import { basePermissions, right, rightsOf } from "../permissions/rights.ts";
import { assignmentsIn, type Assignment, type Role } from "../permissions/roles.ts";
import type { Securable } from "../permissions/securable.ts";
import type { Entity } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { principalById } from "../store/principals.ts";
import { principalEntity } from "./principal-entity.ts";

export function roleEntity(role: Role): Entity {
  return {
    type: "SP.RoleDefinition",
    path: `Web/RoleDefinitions(${role.id})`,
    properties: {
      BasePermissions: basePermissions(rightsOf(role.high, role.low)),
      Description: role.description,
      Hidden: role.hidden,
      Id: role.id,
      Name: role.name,
      Order: role.position,
      RoleTypeKind: role.kind,
    },
  };
}

function assignmentEntities(session: Session, securable: Securable): Entity[] {
  return assignmentsIn(session.database, securable.scope).map((assignment) =>
    assignmentEntity(session, securable, assignment),
  );
}

/** As assignmentEntities, for those who may read them. Throws 403 for others. */
export function readableAssignments(session: Session, securable: Securable): Entity[] {
  session.access.require(securable.scope, right.enumeratePermissions);
  return assignmentEntities(session, securable);
}

export function assignmentEntity(
  session: Session,
  securable: Securable,
  assignment: Assignment,
): Entity {
  return {
    type: "SP.RoleAssignment",
    path: `${securable.path}/RoleAssignments/GetByPrincipalId(${assignment.principal})`,
    properties: { PrincipalId: assignment.principal },
    links: {
      Member: () => {
        const principal = principalById(session.database, assignment.principal);
        return principal ? principalEntity(session, principal) : null;
      },
      RoleDefinitionBindings: () => assignment.roles.map(roleEntity),
    },
  };
}
