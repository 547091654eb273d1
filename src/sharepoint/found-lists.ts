import * as v from "valibot";
import { type Grant, toGrants } from "./administration.ts";
import { inOneBatch } from "./queries.ts";
import type { ListTitle } from "./list-definition.ts";
import { lists } from "./schema.ts";
import type { Site } from "./site.ts";

const listRows = v.array(
  v.object({
    Title: v.string(),
    EnableVersioning: v.boolean(),
    HasUniqueRoleAssignments: v.boolean(),
  }),
);

const fieldRows = v.array(
  v.object({
    InternalName: v.string(),
    TypeAsString: v.string(),
    Indexed: v.boolean(),
    EnforceUniqueValues: v.boolean(),
    Required: v.boolean(),
  }),
);

export type FoundField = v.InferOutput<typeof fieldRows>[number];

export interface FoundList {
  readonly EnableVersioning: boolean;
  readonly HasUniqueRoleAssignments: boolean;
  readonly fields: ReadonlyMap<string, FoundField>;
  readonly grants: readonly Grant[];
}

/** The schema's lists as they are on the site, in two batches; one that is not there is absent. */
export async function readLists(site: Site): Promise<ReadonlyMap<ListTitle, FoundList>> {
  const rows = v.parse(
    listRows,
    await site.sp.web.lists.select("Title", "EnableVersioning", "HasUniqueRoleAssignments")(),
  );
  const there = lists.flatMap(({ title }) => {
    const row = rows.find(({ Title }) => Title === title);
    return row ? [{ title, ...row }] : [];
  });
  const details = await inOneBatch(site, (sp) =>
    there.map(({ title }) => {
      const list = sp.web.lists.getByTitle(title);
      return Promise.all([
        list.fields.select(
          "InternalName",
          "TypeAsString",
          "Indexed",
          "EnforceUniqueValues",
          "Required",
        )<unknown>(),
        list.roleAssignments.expand("Member", "RoleDefinitionBindings")<unknown>(),
      ]);
    }),
  );
  return new Map(
    there.map(({ title, EnableVersioning, HasUniqueRoleAssignments }, index) => {
      const [fields, assignments] = details[index] ?? [[], []];
      const byName = new Map(
        v.parse(fieldRows, fields).map((field) => [field.InternalName, field]),
      );
      return [
        title,
        {
          EnableVersioning,
          HasUniqueRoleAssignments,
          fields: byName,
          grants: toGrants(assignments),
        },
      ];
    }),
  );
}
