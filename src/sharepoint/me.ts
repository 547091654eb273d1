import { agenciesOf, type Me, type Role } from "#plan/permissions.ts";
import type { Agency } from "#plan/plan.ts";
import * as v from "valibot";
import { roleGroups } from "./access.ts";
import { finite } from "./row.ts";

/** What is asked of SharePoint about the person who reads. */
export const userColumns = ["Id", "Title", "LoginName", "Groups/Title"] as const;

const userRow = v.object({
  Id: finite,
  Title: v.string(),
  LoginName: v.string(),
  Groups: v.optional(v.array(v.object({ Title: v.string() }))),
});

export type User = v.InferOutput<typeof userRow>;

export function toUser(row: unknown): User {
  return v.parse(userRow, row);
}

export function toMe(user: User, agencies: readonly Agency[]): Me {
  const groups = (user.Groups ?? []).map(({ Title }) => Title);
  const roles = Object.entries(roleGroups).flatMap(([role, group]) =>
    groups.includes(group) && isRole(role) ? role : [],
  );
  return {
    id: user.Id,
    name: user.Title,
    loginName: user.LoginName,
    agencies: agenciesOf(agencies, groups),
    roles,
  };
}

function isRole(name: string): name is Role {
  return Object.hasOwn(roleGroups, name);
}
