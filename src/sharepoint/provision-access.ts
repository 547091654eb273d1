import {
  type Grant,
  grantFor,
  intended,
  principals,
  readers,
  sameGrant,
  toGrants,
} from "./administration.ts";
import type { Account } from "./account.ts";
import { provisionFolders } from "./agency-folders.ts";
import { definitionColumns, toAgency } from "./definition-rows.ts";
import { readLists } from "./found-lists.ts";
import { inOneBatch, rowsOf } from "./queries.ts";
import type { Site } from "./site.ts";

/** Lists have permissions of their own, so that what a team site grants its members does not reach them. */
export async function provisionAccess(site: Site, account: Account): Promise<void> {
  const [known, found, agencies] = await Promise.all([
    principals(site),
    readLists(site),
    rowsOf(site.sp, "Agencies", definitionColumns.Agencies),
  ]);
  const owners = agencies.map(toAgency);
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
      await mendAccess(site, title, wanted, list.grants, account);
    }
  }
  await provisionFolders(site, known, owners, account);
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
