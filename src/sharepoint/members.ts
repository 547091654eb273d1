import * as v from "valibot";
import type { Role } from "#plan/permissions.ts";
import type { Agency } from "#plan/plan.ts";
import type { Person } from "#plan/record.ts";
import { RefusedError } from "#plan/errors.ts";
import { roleGroups } from "./access.ts";
import "./administration.ts";
import { rethrow } from "./errors.ts";
import { inOneBatch } from "./queries.ts";
import type { Site } from "./site.ts";
import { finite } from "./row.ts";

const userRows = v.array(v.object({ LoginName: v.string() }));

/** SharePoint's name for a person of the tenant. Throws RefusedError where it is no sign-in name. */
function loginNameOf(upn: string): string {
  if (!/^[^\s@|']+@[^\s@|']+$/.test(upn))
    throw new RefusedError(`${upn} is not a sign-in name such as name@place.example.`);
  return `i:0#.f|membership|${upn}`;
}

/** Puts a person into the group of a role; nothing where they are in it. */
export async function addToRole(site: Site, role: Role, upn: string): Promise<void> {
  await addToGroup(site, roleGroups[role], upn);
}

/** Puts a person into a SharePoint group; nothing where they are in it. */
export async function addToGroup(site: Site, group: string, upn: string): Promise<void> {
  const { users } = site.sp.web.siteGroups.getByName(group);
  await users.add(loginNameOf(upn)).catch(rethrow(`add ${upn} to "${group}"`));
}

/** The sign-in names of those in each group. */
export async function membersOf(
  site: Site,
  groups: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await inOneBatch(site, (sp) =>
    groups.map((group) => sp.web.siteGroups.getByName(group).users.select("LoginName")<unknown>()),
  ).catch(rethrow("see who speaks for the agencies"));
  return new Map(
    groups.map((group, index) => [
      group,
      v.parse(userRows, rows[index]).map(({ LoginName }) => LoginName),
    ]),
  );
}

const personRows = v.array(v.object({ Id: finite, Title: v.string() }));

/** The people in each agency's group, by the agency's short name. */
export async function peopleOfAgencies(
  site: Site,
  agencies: readonly Agency[],
): Promise<ReadonlyMap<string, readonly Person[]>> {
  const rows = await inOneBatch(site, (sp) =>
    agencies.map(({ group }) =>
      sp.web.siteGroups.getByName(group).users.select("Id", "Title")<unknown>(),
    ),
  ).catch(rethrow("see who speaks for the agencies"));
  return new Map(
    agencies.map(({ shortName }, index) => [
      shortName,
      v.parse(personRows, rows[index]).map(({ Id, Title }) => ({ id: Id, name: Title })),
    ]),
  );
}
