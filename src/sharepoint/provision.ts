import { AddFieldOptions } from "@pnp/sp/fields/types.js";
import { NotAllowedError } from "#plan/errors.ts";
import { roleGroups, levels } from "./access.ts";
import { principals } from "./administration.ts";
import { Account, type Provisioned } from "./account.ts";
import { provisionAccess } from "./provision-access.ts";
import { rethrow } from "./errors.ts";
import { fieldXml, typeNames } from "./field-xml.ts";
import { type FoundField, type FoundList, readLists } from "./found-lists.ts";
import { inOneBatch } from "./queries.ts";
import type { Column } from "./columns.ts";
import type { ListDefinition } from "./list-definition.ts";
import { lists } from "./schema.ts";
import type { Site } from "./site.ts";
import { withAnother } from "./with-another.ts";

/**
 * Makes the site what the schema says: permission levels, groups, lists, columns, indexes, who may do what. A second run
 * changes nothing. What somebody altered is reported, and put right only with `mend`; nothing is ever deleted but a
 * grant that is not meant to be. Needs full control of the site: throws NotAllowedError without.
 */
export async function provision(site: Site, { mend = false } = {}): Promise<Provisioned> {
  const added = new Set<string>();
  const mended = new Set<string>();
  const left = await withAnother(async () => {
    const account = new Account(mend);
    try {
      await provisionAll(site, account);
    } finally {
      account.added.forEach((what) => added.add(what));
      account.mended.forEach((what) => mended.add(what));
    }
    return account;
  });
  const { altered, toDo } = left;
  return { added: [...added], altered, mended: [...mended], toDo };
}

async function provisionAll(site: Site, account: Account): Promise<void> {
  await provisionLevels(site, account).catch(rethrow("make permission levels on this site"));
  await provisionGroups(site, account);
  await provisionLists(site, account);
  await provisionAccess(site, account);
}

async function provisionLevels(site: Site, account: Account): Promise<void> {
  const { masks } = await principals(site);
  for (const { name, description, mask } of [levels.append, levels.edit]) {
    const found = masks.get(name);
    const roles = site.sp.web.roleDefinitions;
    if (!found) {
      await roles.add(name, description, 200, mask);
      account.added.push(`Permission level "${name}"`);
    } else if (found.High !== mask.High || found.Low !== mask.Low) {
      if (account.differs(`Permission level "${name}" allows something else`)) {
        await roles.getByName(name).update({ BasePermissions: { ...mask } });
      }
    }
  }
}

async function provisionGroups(site: Site, account: Account): Promise<void> {
  const { groups } = await principals(site);
  const missing = Object.values(roleGroups).filter((group) => !groups.has(group));
  for (const Title of missing) {
    await site.sp.web.siteGroups.add({ Title });
    account.added.push(`Group "${Title}"`);
  }
}

async function provisionLists(site: Site, account: Account): Promise<void> {
  const found = await readLists(site);
  for (const definition of lists) {
    const list = found.get(definition.title);
    if (!list) await addList(site, definition, account);
    await provisionColumns(site, definition, list, account);
  }
}

async function addList(
  site: Site,
  { title, description, library }: ListDefinition,
  account: Account,
): Promise<void> {
  await site.sp.web.lists.add(title, description, library ? 101 : 100, false, {
    EnableVersioning: true,
    ...(library ? {} : { EnableAttachments: false, EnableFolderCreation: true }),
  });
  account.added.push(`List "${title}"`);
}

async function provisionColumns(
  site: Site,
  definition: ListDefinition,
  list: FoundList | undefined,
  account: Account,
): Promise<void> {
  const missing = definition.columns.filter(({ name }) => !list?.fields.has(name));
  if (missing.length > 0) {
    await inOneBatch(site, (sp) => {
      const { fields } = sp.web.lists.getByTitle(definition.title);
      return missing.map((column) =>
        fields.createFieldAsXml({
          SchemaXml: fieldXml(column),
          Options: AddFieldOptions.AddFieldInternalNameHint,
        }),
      );
    });
    if (list)
      account.added.push(...missing.map(({ name }) => `Column "${definition.title}.${name}"`));
  }
  if (definition.titleUnique && !list?.fields.get("Title")?.EnforceUniqueValues) {
    await site.sp.web.lists
      .getByTitle(definition.title)
      .fields.getByInternalNameOrTitle("Title")
      .update({ Indexed: true, EnforceUniqueValues: true });
    if (list) account.added.push(`Unique titles in "${definition.title}"`);
  }
  if (list) await mendColumns(site, definition, list, account);
}

async function mendColumns(
  site: Site,
  definition: ListDefinition,
  list: FoundList,
  account: Account,
): Promise<void> {
  if (!list.EnableVersioning && account.differs(`List "${definition.title}" keeps no versions`)) {
    await site.sp.web.lists.getByTitle(definition.title).update({ EnableVersioning: true });
  }
  for (const column of definition.columns) {
    const found = list.fields.get(column.name);
    if (!found) continue;
    if (found.TypeAsString !== typeNames[column.kind]) {
      throw new NotAllowedError(
        `Column "${definition.title}.${column.name}" is of type ${found.TypeAsString} and has to be ${typeNames[column.kind]}. ` +
          "Rename the column in SharePoint, then provision again; nothing in it is lost.",
      );
    }
    const rules = rulesToMend(column, found, {
      called: `Column "${definition.title}.${column.name}"`,
      account,
    });
    if (Object.keys(rules).length === 0) continue;
    await site.sp.web.lists
      .getByTitle(definition.title)
      .fields.getByInternalNameOrTitle(column.name)
      .update(rules);
  }
}

/** What a column's field has to become, where it is not so and may be mended; an earlier version may have required it. */
function rulesToMend(
  column: Column,
  found: FoundField,
  { called, account }: { readonly called: string; readonly account: Account },
): Partial<Record<Rule, boolean>> {
  const lost = rulesOf(column).filter((rule) => !found[rule]);
  const mends = lost.length > 0 && account.differs(`${called} lost: ${lost.join(", ")}`);
  const frees =
    found.Required && !column.required && account.differs(`${called} is required and need not be`);
  return {
    ...(mends ? Object.fromEntries(lost.map((rule) => [rule, true])) : {}),
    ...(frees ? { Required: false } : {}),
  };
}

type Rule = "Indexed" | "EnforceUniqueValues" | "Required";

/** The properties of a field that hold its column's rules; an index comes before uniqueness. */
function rulesOf({ indexed, unique, required }: Column): Rule[] {
  return [
    ...(indexed || unique ? (["Indexed"] as const) : []),
    ...(unique ? (["EnforceUniqueValues"] as const) : []),
    ...(required ? (["Required"] as const) : []),
  ];
}
