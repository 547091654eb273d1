import { HttpRequestError } from "@pnp/queryable";
import * as v from "valibot";
import type { Agency } from "#plan/plan.ts";
import type { Account } from "./account.ts";
import {
  type Grant,
  grantFor,
  intended,
  type Principals,
  sameGrant,
  toGrants,
} from "./administration.ts";
import { inOneBatch } from "./queries.ts";
import type { Access, ListTitle } from "./list-definition.ts";
import { lists } from "./schema.ts";
import type { Site } from "./site.ts";
import { finite } from "./row.ts";

/** What an agency's folder is known by. */
export type FolderOwner = Pick<Agency, "shortName" | "folder" | "group">;

export interface FolderList {
  readonly title: ListTitle;
  readonly access: Access;
  readonly path: string;
}

/** The lists in which each agency has a folder of its own. */
export const folderLists: readonly FolderList[] = lists.flatMap(
  ({ title, agencyFolders, library }) =>
    agencyFolders
      ? [{ title, access: agencyFolders, path: library ? title : `Lists/${title}` }]
      : [],
);

interface FoundFolder {
  readonly itemId: number;
  /** Undefined where the folder has the permissions of its list. */
  readonly grants: readonly Grant[] | undefined;
}

/** Makes the folder where it is missing, and gives it the grants it is meant to have and no others. */
export async function ensureFolder(
  site: Site,
  known: Principals,
  folder: { readonly list: FolderList; readonly owner: FolderOwner },
  agencyGroups: readonly string[],
): Promise<void> {
  const { list, owner } = folder;
  const wanted = wantedGrants(known, folder, agencyGroups);
  if (!(await foundFolder(site, list, owner))) {
    await site.sp.web.lists.getByTitle(list.title).rootFolder.folders.addUsingPath(owner.folder);
  }
  const before = await madeFolder(site, list, owner);
  const item = site.sp.web.lists.getByTitle(list.title).items.getById(before.itemId);
  if (!before.grants) await item.breakRoleInheritance(false, true);
  const { grants = [] } = await madeFolder(site, list, owner);
  for (const { principalId, levelId } of without(grants, wanted)) {
    await item.roleAssignments.remove(principalId, levelId);
  }
  await grantOnItem(site, list.title, before.itemId, without(wanted, grants));
}

/** An older agency's folder is read by those who came later. */
export async function letRead(
  site: Site,
  list: FolderList,
  owner: FolderOwner,
  grants: readonly Grant[],
): Promise<void> {
  const { itemId } = await madeFolder(site, list, owner);
  await grantOnItem(site, list.title, itemId, grants);
}

interface Owners {
  readonly owners: readonly FolderOwner[];
  /** The groups that were made just now: what they lack nobody has taken from them. */
  readonly fresh: ReadonlySet<string>;
}

/** Compares every agency's folders with what they are meant to be; puts right what the account says is to be. */
export async function provisionFolders(
  site: Site,
  known: Principals,
  all: Owners,
  account: Account,
): Promise<void> {
  for (const list of folderLists)
    for (const owner of all.owners)
      await provisionFolder(site, known, { list, owner, ...all }, account);
}

async function provisionFolder(
  site: Site,
  known: Principals,
  { list, owner, owners, fresh }: Owners & { list: FolderList; owner: FolderOwner },
  account: Account,
): Promise<void> {
  const groups = owners.map(({ group }) => group);
  const name = `Folder "${list.title}/${owner.folder}"`;
  const found = await foundFolder(site, list, owner);
  const wanted = wantedGrants(known, { list, owner }, groups);
  const isNew = !found && fresh.has(owner.group);
  if (isNew) account.added.push(name);
  const given = found?.grants ? without(ofGroups(wanted, fresh), found.grants) : [];
  if (found) await grantOnItem(site, list.title, found.itemId, given);
  const problem = problemOf(withGrants(found, given), wanted);
  if (isNew || (problem && account.differs(`${name} ${problem}`)))
    await ensureFolder(site, known, { list, owner }, groups);
}

function ofGroups(grants: readonly Grant[], groups: ReadonlySet<string>): readonly Grant[] {
  return grants.filter(({ principal }) => groups.has(principal));
}

function withGrants(
  found: FoundFolder | undefined,
  given: readonly Grant[],
): FoundFolder | undefined {
  return found?.grants ? { ...found, grants: [...found.grants, ...given] } : found;
}

function problemOf(found: FoundFolder | undefined, wanted: readonly Grant[]): string | undefined {
  if (!found) return "is gone";
  if (!found.grants) return "has the permissions of its list";
  const missing = without(wanted, found.grants).map(({ principal }) => `"${principal}" lost its`);
  const surplus = without(found.grants, wanted).map(
    ({ principal, level }) => `"${principal}" has "${level}", which is not its`,
  );
  const [first] = [...surplus, ...missing];
  return first && `has other permissions: ${first} level`;
}

function wantedGrants(
  known: Principals,
  { list, owner }: { readonly list: FolderList; readonly owner: FolderOwner },
  agencyGroups: readonly string[],
): readonly Grant[] {
  const others = intended(list.title, agencyGroups).filter(({ group }) => group !== owner.group);
  return [
    ...others.map(({ group }) => grantFor(known, group, "read")),
    grantFor(known, owner.group, list.access),
  ];
}

const folderItem = v.object({ Id: finite, HasUniqueRoleAssignments: v.boolean() });

async function foundFolder(
  site: Site,
  list: FolderList,
  { folder }: FolderOwner,
): Promise<FoundFolder | undefined> {
  const item = site.sp.web.getFolderByServerRelativePath(
    `${site.path}/${list.path}/${folder}`,
  ).listItemAllFields;
  const found: unknown = await item
    .select("Id", "HasUniqueRoleAssignments")<unknown>()
    .catch((cause: unknown) => {
      if (cause instanceof HttpRequestError && cause.status === 404) return undefined;
      throw cause;
    });
  if (found === undefined) return undefined;
  const { Id, HasUniqueRoleAssignments } = v.parse(folderItem, found);
  if (!HasUniqueRoleAssignments) return { itemId: Id, grants: undefined };
  const { roleAssignments } = site.sp.web.lists.getByTitle(list.title).items.getById(Id);
  return {
    itemId: Id,
    grants: toGrants(await roleAssignments.expand("Member", "RoleDefinitionBindings")()),
  };
}

async function madeFolder(site: Site, list: FolderList, owner: FolderOwner): Promise<FoundFolder> {
  const found = await foundFolder(site, list, owner);
  if (!found)
    throw new RangeError(`Folder "${list.title}/${owner.folder}" was made and then not found.`);
  return found;
}

async function grantOnItem(
  site: Site,
  title: ListTitle,
  itemId: number,
  grants: readonly Grant[],
): Promise<void> {
  if (grants.length === 0) return;
  await inOneBatch(site, (sp) => {
    const { roleAssignments } = sp.web.lists.getByTitle(title).items.getById(itemId);
    return grants.map(({ principalId, levelId }) => roleAssignments.add(principalId, levelId));
  });
}

function without(grants: readonly Grant[], others: readonly Grant[]): readonly Grant[] {
  return grants.filter((each) => !others.some((other) => sameGrant(each, other)));
}
