import { levels, roleGroups } from "./access.ts";
import { grantFor, intended, type Principals, principals, sameGrant } from "./administration.ts";
import { definitionColumns, toAgency } from "./definition-rows.ts";
import { typeNames } from "./field-xml.ts";
import { type FoundList, readLists } from "./found-lists.ts";
import type { ListDefinition } from "./list-definition.ts";
import { rowsOf } from "./queries.ts";
import { lists } from "./schema.ts";
import type { Site } from "./site.ts";

/**
 * What of the schema is missing on the site or altered there, in words; empty where it is as provisioning makes it. Reads
 * only. Folders of agencies are looked at by provisioning itself. Throws what SharePoint answers.
 */
export async function siteProblems(site: Site): Promise<readonly string[]> {
  const [known, found] = await Promise.all([principals(site), readLists(site)]);
  const there = lists.filter(({ title }) => found.has(title));
  const agencyGroups = found.has("Agencies") ? await groupsOfAgencies(site) : [];
  return [
    ...[levels.append.name, levels.edit.name]
      .filter((name) => !known.levels.has(name))
      .map((name) => `The permission level "${name}" is missing.`),
    ...[...Object.values(roleGroups), ...agencyGroups]
      .filter((name) => !known.groups.has(name))
      .map((name) => `The group "${name}" is missing.`),
    ...lists
      .filter(({ title }) => !found.has(title))
      .map(({ title }) => `The list "${title}" is missing.`),
    ...there.flatMap((list) => listProblems(list, found.get(list.title))),
    ...there.flatMap((list) =>
      accessProblems(list, found.get(list.title), { known, agencyGroups }),
    ),
  ];
}

async function groupsOfAgencies(site: Site): Promise<readonly string[]> {
  const rows = await rowsOf(site.sp, "Agencies", definitionColumns.Agencies);
  return rows.map(toAgency).map(({ group }) => group);
}

function listProblems({ title, columns }: ListDefinition, found?: FoundList): readonly string[] {
  const versions = found?.EnableVersioning ? [] : [`The list "${title}" keeps no versions.`];
  return [
    ...versions,
    ...columns.flatMap(({ name, kind, indexed, unique }) => {
      const field = found?.fields.get(name);
      if (!field) return [`The column "${title}.${name}" is missing.`];
      if (field.TypeAsString !== typeNames[kind])
        return [
          `The column "${title}.${name}" is of type ${field.TypeAsString} and has to be ${typeNames[kind]}.`,
        ];
      if (unique && !field.EnforceUniqueValues)
        return [`The column "${title}.${name}" lets two items have one value.`];
      return indexed && !field.Indexed ? [`The column "${title}.${name}" has no index.`] : [];
    }),
  ];
}

function accessProblems(
  { title }: ListDefinition,
  found: FoundList | undefined,
  { known, agencyGroups }: { readonly known: Principals; readonly agencyGroups: readonly string[] },
): readonly string[] {
  if (!found?.HasUniqueRoleAssignments)
    return [`The list "${title}" has the permissions of the site.`];
  const wanted = intended(title, agencyGroups)
    .filter(({ group, access }) => known.groups.has(group) && known.levels.has(levels[access].name))
    .map(({ group, access }) => grantFor(known, group, access));
  return [
    ...wanted
      .filter((each) => !found.grants.some((other) => sameGrant(each, other)))
      .map(
        ({ principal, level }) => `"${title}" does not give "${principal}" the level "${level}".`,
      ),
    ...found.grants
      .filter((each) => !wanted.some((other) => sameGrant(each, other)))
      .map(
        ({ principal, level }) =>
          `"${title}" gives "${principal}" the level "${level}", which it is not meant to.`,
      ),
  ];
}
