import { agenciesOf, type Me, type Role } from "#plan/permissions.ts";
import type { Agency } from "#plan/plan.ts";
import * as z from "zod/mini";
import { roleGroups } from "./access.ts";

/** What is asked of SharePoint about the person who reads. */
export const userColumns = ["Id", "Title", "LoginName", "Groups/Title"] as const;

const userRow = z.object({
  Id: z.number(),
  Title: z.string(),
  LoginName: z.string(),
  Groups: z.optional(z.array(z.object({ Title: z.string() }))),
});

export type User = z.infer<typeof userRow>;

export function toUser(row: unknown): User {
  return userRow.parse(row);
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
