import { randomUUID } from "node:crypto";
import { builtInRoles, roleId } from "./permissions/built-in-roles.ts";
import { webScope } from "./permissions/access.ts";
import { insertRole } from "./permissions/roles.ts";
import type { Database } from "./store/database.ts";
import { insertDefaultLists } from "./store/default-libraries.ts";
import { readMeta, writeMeta } from "./store/meta.ts";
import { ensurePeopleList } from "./store/people-list.ts";
import { insertGroup, insertUser } from "./store/principals.ts";
import { rootWeb } from "./webs/web-record.ts";

/** Makes a fresh team site where there is none: levels, the three groups, and the libraries. */
export function ensureSite(database: Database, sitePath: string, now: string): void {
  database.transaction(() => {
    if (readMeta(database, "web") === undefined) makeSite(database, sitePath, now);
    ensurePeopleList(database, sitePath, now);
  });
}

function makeSite(database: Database, sitePath: string, now: string): void {
  const title = sitePath.slice(sitePath.lastIndexOf("/") + 1);
  writeMeta(database, "web", randomUUID());
  writeMeta(database, "site", randomUUID());
  writeMeta(database, "title", title);
  writeMeta(database, "created", now);
  for (const role of builtInRoles) insertRole(database, role);
  database.run("INSERT INTO scopes (id) VALUES (?)", webScope);
  const system = insertUser(database, {
    loginName: "SHAREPOINT\\system",
    name: "System Account",
  });
  const groups = [
    [`${title} Owners`, roleId.fullControl],
    [`${title} Members`, roleId.edit],
    [`${title} Visitors`, roleId.read],
  ] as const;
  for (const [name, role] of groups) {
    const group = insertGroup(database, {
      title: name,
      description: null,
      owner: null,
      settings: {},
    });
    database.run(
      "INSERT INTO assignments (scope, principal, role) VALUES (?, ?, ?)",
      webScope,
      group.id,
      role,
    );
  }
  insertDefaultLists(
    database,
    { path: sitePath, web: rootWeb, scope: webScope },
    { author: system.id, now },
  );
}
