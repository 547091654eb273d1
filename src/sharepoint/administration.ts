// Provisioning needs more of the client than reading and saving do; the tab never loads this.
import "@pnp/sp/fields/index.js";
import "@pnp/sp/folders/index.js";
import "@pnp/sp/security/index.js";
import "@pnp/sp/site-groups/index.js";
import * as v from "valibot";
import type { Access } from "./list-definition.ts";
import { lists } from "./schema.ts";
import { levels, roleGroups } from "./access.ts";
import { inOneBatch } from "./queries.ts";
import type { Site } from "./site.ts";
import { finite, finiteInText } from "./row.ts";

const roleRows = v.array(
  v.object({
    Id: finite,
    Name: v.string(),
    BasePermissions: v.object({ High: finiteInText, Low: finiteInText }),
  }),
);
const groupRows = v.array(v.object({ Id: finite, Title: v.string() }));
const assignmentRows = v.array(
  v.object({
    PrincipalId: finite,
    Member: v.object({ Title: v.string() }),
    RoleDefinitionBindings: v.array(v.object({ Id: finite, Name: v.string() })),
  }),
);

/** Who has which permission level on a web, a list or a folder. */
export interface Grant {
  readonly principal: string;
  readonly principalId: number;
  readonly level: string;
  readonly levelId: number;
}

/** The groups and permission levels of the site, by name. */
export interface Principals {
  readonly groups: ReadonlyMap<string, number>;
  readonly levels: ReadonlyMap<string, number>;
  /** Masks as they are on the site, which somebody may have altered. */
  readonly masks: ReadonlyMap<string, { readonly High: number; readonly Low: number }>;
}

export async function principals(site: Site): Promise<Principals> {
  const rows = await inOneBatch(site, (sp) => ({
    roles: sp.web.roleDefinitions.select("Id", "Name", "BasePermissions")<unknown>(),
    groups: sp.web.siteGroups.select("Id", "Title")<unknown>(),
  }));
  const roles = v.parse(roleRows, rows.roles);
  return {
    groups: new Map(v.parse(groupRows, rows.groups).map(({ Id, Title }) => [Title, Id])),
    levels: new Map(roles.map(({ Id, Name }) => [Name, Id])),
    masks: new Map(roles.map(({ Name, BasePermissions }) => [Name, BasePermissions])),
  };
}

/** Everybody who takes part may read: the roles, and the groups of agencies. */
export function readers(agencyGroups: readonly string[]): readonly string[] {
  return [...Object.values(roleGroups), ...agencyGroups];
}

/** The grants that a list is meant to have, by the groups' names. */
export function intended(
  title: string,
  agencyGroups: readonly string[],
): readonly { readonly group: string; readonly access: Access }[] {
  const access = lists.find((list) => list.title === title)?.access ?? {};
  const byGroup = new Map<string, Access | undefined>([
    [roleGroups.owner, access.owner],
    [roleGroups.challenge, access.challenge],
    [roleGroups.scrutiny, access.scrutiny],
  ]);
  return readers(agencyGroups).map((group) => ({ group, access: byGroup.get(group) ?? "read" }));
}

export function grantFor(known: Principals, group: string, access: Access): Grant {
  const level = levels[access].name;
  return {
    principal: group,
    principalId: idOf(known.groups, group),
    level,
    levelId: idOf(known.levels, level),
  };
}

/** The grants of an answer to `roleAssignments` with its members; SharePoint's own "Limited Access" is none. */
export function toGrants(answer: unknown): readonly Grant[] {
  return v
    .parse(assignmentRows, answer)
    .flatMap(({ PrincipalId, Member, RoleDefinitionBindings }) =>
      RoleDefinitionBindings.filter(({ Name }) => Name !== "Limited Access").map(
        ({ Id, Name }) => ({
          principal: Member.Title,
          principalId: PrincipalId,
          level: Name,
          levelId: Id,
        }),
      ),
    );
}

export function sameGrant(one: Grant, other: Grant): boolean {
  return one.principalId === other.principalId && one.levelId === other.levelId;
}

function idOf(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name);
  if (id === undefined)
    throw new RangeError(
      `The site has no group or permission level "${name}". Run: action-plan provision`,
    );
  return id;
}
