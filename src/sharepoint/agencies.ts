import * as z from "zod/mini";
import type { NewAgency } from "#plan/new-plan.ts";
import type { Agency } from "#plan/plan.ts";
import { agencyFolder, agencyGroup } from "./access.ts";
import {
  type Grant,
  grantFor,
  intended,
  principals,
  type Principals,
  sameGrant,
  toGrants,
} from "./administration.ts";
import { grant, grantReading } from "./provision-access.ts";
import { inOneBatch, rowsOf } from "./queries.ts";
import { definitionColumns, toAgency } from "./definition-rows.ts";
import { type Access, lists, type ListTitle } from "./schema.ts";
import type { Site } from "./site.ts";

const folderItem = z.object({ Id: z.number(), HasUniqueRoleAssignments: z.boolean() });

const folderLists = lists.flatMap(({ title, agencyFolders, library }) =>
  agencyFolders ? [{ title, access: agencyFolders, path: library ? title : `Lists/${title}` }] : [],
);

/**
 * Makes what is missing for each agency: its item in `Agencies`, its group, and in each list that agencies write to a
 * folder where its own group may, everybody else only reads, and nobody changes what stands.
 */
export async function ensureAgencies(
  site: Site,
  wanted: readonly NewAgency[],
): Promise<readonly Agency[]> {
  const there = await agenciesOfSite(site);
  const missing = wanted.filter(
    ({ shortName }) => !there.some((agency) => agency.shortName === shortName),
  );
  if (missing.length === 0) return there;
  const placed = missing.reduce<readonly Placed[]>(
    (done, agency) => [...done, place(agency, [...there, ...done])],
    [],
  );

  await ensureGroups(site, placed);
  const known = await principals(site);
  const everybody = [...there, ...placed].map(({ group }) => group);
  await grantReading(
    site,
    placed.map(({ group }) => grantFor(known, group, "read")),
  );
  for (const { title } of lists)
    await grant(
      site,
      title,
      placed.map(({ group }) => grantFor(known, group, "read")),
    );
  for (const list of folderLists) {
    for (const agency of placed) await ensureFolder(site, known, list, agency, everybody);
    for (const agency of there)
      await letRead(
        site,
        list,
        agency,
        placed.map(({ group }) => grantFor(known, group, "read")),
      );
  }
  await addItems(site, placed);
  return agenciesOfSite(site);
}

interface Placed extends NewAgency {
  readonly folder: string;
  readonly group: string;
}

interface FolderList {
  readonly title: ListTitle;
  readonly access: Access;
  readonly path: string;
}

async function agenciesOfSite(site: Site): Promise<readonly Agency[]> {
  return (await rowsOf(site.sp, "Agencies", definitionColumns.Agencies)).map(toAgency);
}

/** Names that differ only in characters which folders and groups may not have get a number. */
function place(agency: NewAgency, taken: readonly Pick<Placed, "folder" | "group">[]): Placed {
  const free = (name: string, used: (one: Pick<Placed, "folder" | "group">) => string) => {
    const names = new Set(taken.map((one) => used(one).toLowerCase()));
    let candidate = name;
    for (let count = 2; names.has(candidate.toLowerCase()); count++) candidate = `${name} ${count}`;
    return candidate;
  };
  return {
    ...agency,
    folder: free(agencyFolder(agency.shortName), ({ folder }) => folder),
    group: free(agencyGroup(agency.shortName), ({ group }) => group),
  };
}

async function ensureGroups(site: Site, placed: readonly Placed[]): Promise<void> {
  const { groups } = await principals(site);
  const missing = placed.filter(({ group }) => !groups.has(group));
  await inOneBatch(site, (sp) =>
    missing.map(({ group, name }) =>
      sp.web.siteGroups.add({ Title: group, Description: `Speaks for ${name}` }),
    ),
  );
}

async function ensureFolder(
  site: Site,
  known: Principals,
  list: FolderList,
  agency: Placed,
  readers: readonly string[],
): Promise<void> {
  const root = site.sp.web.lists.getByTitle(list.title).rootFolder;
  await root.folders.addUsingPath(agency.folder);
  const item = await folderOf(site, list, agency);
  const grants = [
    ...intended(list.title, readers).map(({ group }) => grantFor(known, group, "read")),
    grantFor(known, agency.group, list.access),
  ].filter((each) => each.principal !== agency.group || each.level !== "Read");
  const target = site.sp.web.lists.getByTitle(list.title).items.getById(item.Id);
  if (!item.HasUniqueRoleAssignments) await target.breakRoleInheritance(false, true);
  const found = toGrants(await target.roleAssignments.expand("Member", "RoleDefinitionBindings")());
  const surplus = found.filter((each) => !grants.some((other) => sameGrant(each, other)));
  for (const { principalId, levelId } of surplus)
    await target.roleAssignments.remove(principalId, levelId);
  await grantOnItem(site, list.title, item.Id, grants);
}

/** An older agency's folder is read by those who came later. */
async function letRead(
  site: Site,
  list: FolderList,
  agency: Agency,
  grants: readonly Grant[],
): Promise<void> {
  const { Id } = await folderOf(site, list, agency);
  await grantOnItem(site, list.title, Id, grants);
}

async function grantOnItem(
  site: Site,
  title: ListTitle,
  itemId: number,
  grants: readonly Grant[],
): Promise<void> {
  await inOneBatch(site, (sp) => {
    const { roleAssignments } = sp.web.lists.getByTitle(title).items.getById(itemId);
    return grants.map(({ principalId, levelId }) => roleAssignments.add(principalId, levelId));
  });
}

async function folderOf(site: Site, list: FolderList, { folder }: { readonly folder: string }) {
  const path = `${site.path}/${list.path}/${folder}`;
  const item: unknown = await site.sp.web
    .getFolderByServerRelativePath(path)
    .listItemAllFields.select("Id", "HasUniqueRoleAssignments")();
  return folderItem.parse(item);
}

async function addItems(site: Site, placed: readonly Placed[]): Promise<void> {
  await inOneBatch(site, (sp) =>
    placed.map(({ shortName, name, otherNames, folder, group }) =>
      sp.web.lists.getByTitle("Agencies").items.add({
        Title: shortName,
        FullName: name,
        OtherNames: otherNames.join("\n"),
        FolderName: folder,
        SharePointGroup: group,
      }),
    ),
  );
}
