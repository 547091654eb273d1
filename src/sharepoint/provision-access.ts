import {
  type Grant,
  grantFor,
  intended,
  principals,
  readers,
  sameGrant,
  toGrants,
} from "./administration.ts";
import type { Agency } from "#plan/plan.ts";
import { agencyFolder, agencyGroup } from "./access.ts";
import type { Account } from "./account.ts";
import { provisionFolders } from "./agency-folders.ts";
import { definitionColumns, toAgency } from "./definition-rows.ts";
import { readLists } from "./found-lists.ts";
import { inOneBatch, rowsOf } from "./queries.ts";
import type { Site } from "./site.ts";

/** Lists have permissions of their own, so that what a team site grants its members does not reach them. */
export async function provisionAccess(site: Site, account: Account): Promise<void> {
  const agencies = (await rowsOf(site.sp, "Agencies", definitionColumns.Agencies)).map(toAgency);
  const owners = agencies.filter((agency) => isWhole(agency, account));
  const fresh = await makeGroups(site, owners, account);
  const [known, found] = await Promise.all([principals(site), readLists(site)]);
  const agencyGroups = owners.map(({ group }) => group);
  await grantReading(
    site,
    readers(agencyGroups).map((group) => grantFor(known, group, "read")),
  );
  for (const [title, list] of found) {
    const wanted = intended(title, agencyGroups).map(({ group, access }) =>
      grantFor(known, group, access),
    );
    if (!list.HasUniqueRoleAssignments) {
      await breakInheritance(site, title);
      await grant(site, title, wanted);
      account.added.push(`Permissions of "${title}"`);
    } else {
      await grant(
        site,
        title,
        wanted.filter(({ principal }) => fresh.has(principal)),
      );
      const rest = wanted.filter(({ principal }) => !fresh.has(principal));
      await mendAccess(site, title, rest, list.grants, account);
    }
  }
  await provisionFolders(site, known, { owners, fresh }, account);
}

/** An agency that somebody wrote into the list by hand may lack what it is known by here; that is not guessed. */
function isWhole({ id, shortName, folder, group }: Agency, account: Account): boolean {
  const lacks = [
    ...(group === "" ? [`"${agencyGroup(shortName)}" into SharePointGroup`] : []),
    ...(folder === "" ? [`"${agencyFolder(shortName)}" into FolderName`] : []),
  ];
  if (lacks.length === 0) return true;
  account.toDo.push(
    `The agency "${shortName}" (item ${id} of the list "Agencies") lacks what it is known by: write ${lacks.join(" and ")} there, unless it has others already, and provision again. Nobody can speak for it until then.`,
  );
  return false;
}

/**
 * The groups that agencies name and the site does not have: made as an import makes them, with nobody in them. A group that
 * is there is nobody's to replace.
 */
async function makeGroups(
  site: Site,
  owners: readonly Agency[],
  account: Account,
): Promise<ReadonlySet<string>> {
  const { groups } = await principals(site);
  const missing = owners.filter(({ group }) => !groups.has(group));
  const named = new Map(missing.map((owner) => [owner.group, owner]));
  for (const [Title, { shortName, name }] of named) {
    await site.sp.web.siteGroups.add({ Title, Description: `Speaks for ${name}` });
    account.added.push(`Group "${Title}" of the agency "${shortName}"`);
    account.toDo.push(
      `Nobody is in the group "${Title}" yet: add who speaks for the agency "${shortName}" to it in SharePoint. If there was a group for it under another name, write that name into the agency's SharePointGroup instead, and provision again.`,
    );
  }
  return new Set(named.keys());
}

async function mendAccess(
  site: Site,
  title: string,
  wanted: readonly Grant[],
  found: readonly Grant[],
  account: Account,
): Promise<void> {
  const missing = wanted.filter((each) => !found.some((other) => sameGrant(each, other)));
  const extra = found.filter((each) => !wanted.some((other) => sameGrant(each, other)));
  const missed = missing.filter((each) =>
    account.differs(`"${title}" no longer gives "${each.principal}" the level "${each.level}"`),
  );
  const surplus = extra.filter((each) =>
    account.differs(
      `"${title}" gives "${each.principal}" the level "${each.level}", which it is not meant to`,
    ),
  );
  await grant(site, title, missed);
  const { roleAssignments } = site.sp.web.lists.getByTitle(title);
  for (const { principalId, levelId } of surplus)
    await roleAssignments.remove(principalId, levelId);
}

async function breakInheritance(site: Site, title: string): Promise<void> {
  const list = site.sp.web.lists.getByTitle(title);
  await list.breakRoleInheritance(false, true);
  // SharePoint leaves whoever breaks inheritance with full control of the list; nobody is meant to have that.
  const left = toGrants(await list.roleAssignments.expand("Member", "RoleDefinitionBindings")());
  for (const { principalId, levelId } of left)
    await list.roleAssignments.remove(principalId, levelId);
}

export async function grant(site: Site, title: string, grants: readonly Grant[]): Promise<void> {
  if (grants.length === 0) return;
  await inOneBatch(site, (sp) => {
    const { roleAssignments } = sp.web.lists.getByTitle(title);
    return grants.map(({ principalId, levelId }) => roleAssignments.add(principalId, levelId));
  });
}

/** The site itself has to be readable for its lists to be. */
export async function grantReading(site: Site, grants: readonly Grant[]): Promise<void> {
  const found = toGrants(
    await site.sp.web.roleAssignments.expand("Member", "RoleDefinitionBindings")(),
  );
  const missing = grants.filter(
    ({ principalId }) => !found.some((other) => other.principalId === principalId),
  );
  for (const { principalId, levelId } of missing)
    await site.sp.web.roleAssignments.add(principalId, levelId);
}
