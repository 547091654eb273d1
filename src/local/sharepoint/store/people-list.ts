import { randomUUID } from "node:crypto";
import type { FieldType } from "../fields/field-types.ts";
import { fieldSettings } from "../fields/field.ts";
import type { Database } from "./database.ts";
import { listSettings, type List } from "./list.ts";
import { insertListRow, insertStored } from "./list-store.ts";

const peopleTemplate = 112;

/** Whether this is the list of the site's people, which the site itself keeps. */
export const isPeopleList = (list: Pick<List, "template">) => list.template === peopleTemplate;

/** The columns of people besides those of every list, and what of them is kept where. */
const columns: readonly (readonly [string, string, FieldType, string])[] = [
  ["Name", "Account", "Text", "login"],
  ["EMail", "Work email", "Text", "email"],
  ["UserName", "User name", "Text", "email"],
  ["IsSiteAdmin", "Is Site Admin", "Boolean", "site_admin"],
];

/**
 * Makes the User Information List where the site has none. It is no table but a view of the people: what they are is
 * read as items, and changed as people.
 */
export function ensurePeopleList(database: Database, sitePath: string, now: string): void {
  if (database.one("SELECT 1 FROM lists WHERE template = ?", peopleTemplate)) return;
  const id = insertListRow(database, {
    title: "User Information List",
    template: peopleTemplate,
    root: `${sitePath}/_catalogs/users`,
    settings: listSettings.parse({ description: "All people.", hidden: true }),
    author: 1,
    now,
  });
  for (const [place, [name, title, type]] of columns.entries())
    insertStored(database, id, {
      id: randomUUID(),
      name,
      title,
      type,
      storedIn: `c${place}`,
      position: 1000 + place,
      indexed: false,
      unique: false,
      builtIn: false,
      settings: fieldSettings.parse({ readOnly: true, group: "Base Columns" }),
    });
  const people = columns.map(([, , , source], place) => `principals.${source} AS c${place}`);
  const own = (column: string) => `(SELECT ${column} FROM lists WHERE number = ${id})`;
  database.define(`CREATE VIEW items_${id} AS SELECT
    id, title, guid, guid AS uid, 0 AS kind, ${own("root")} AS dir, id || '_.000' AS leaf, 1 AS scope,
    ${own("created")} AS created, ${own("created")} AS modified, 1 AS author, 1 AS editor, 512 AS version, 1 AS etag,
    NULL AS blob, NULL AS size, NULL AS type, 0 AS attached, 0 AS approval, NULL AS approvalnote, NULL AS checkinnote,
    ${people.join(", ")} FROM principals`);
}
