import { randomUUID } from "node:crypto";
import { builtInRoles, roleId } from "./permissions/built-in-roles.ts";
import { webScope } from "./permissions/access.ts";
import { insertRole } from "./permissions/roles.ts";
import type { Database } from "./store/database.ts";
import { defaultLibraries, insertDefaultLibrary } from "./store/default-libraries.ts";
import { listSettings } from "./store/list.ts";
import { insertList } from "./store/list-store.ts";
import { readMeta, writeMeta } from "./store/meta.ts";
import { insertGroup, insertUser } from "./store/principals.ts";

/** Makes a fresh team site where there is none: levels, the three groups, and the libraries. */
export function ensureSite(database: Database, sitePath: string, now: string): void {
  if (readMeta(database, "web") !== undefined) return;
  database.transaction(() => {
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
    insertList(database, {
      title: "Documents",
      template: 101,
      root: `${sitePath}/Shared Documents`,
      settings: listSettings.parse({ enableFolderCreation: true, enableAttachments: false }),
      author: system.id,
      now,
    });
    for (const library of Object.values(defaultLibraries))
      insertDefaultLibrary(database, { path: sitePath, web: 1 }, library, {
        author: system.id,
        now,
      });
  });
}
