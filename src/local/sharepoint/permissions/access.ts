import { accessDenied } from "../errors.ts";
import type { Database } from "../store/database.ts";
import { number } from "../store/row.ts";
import { everyoneLogins } from "./everyone.ts";
import { fullMask, noRights, right, rightsOf, type Rights } from "./rights.ts";

export const webScope = 1;

/** What one person may do, scope by scope. A scope is whatever has role assignments of its own. */
export class Access {
  readonly #rights: ReadonlyMap<number, Rights>;
  readonly #everything: boolean;

  constructor(rights: ReadonlyMap<number, Rights>, everything: boolean) {
    this.#rights = rights;
    this.#everything = everything;
  }

  rights(scope: number): Rights {
    return this.#everything ? fullMask : (this.#rights.get(scope) ?? noRights);
  }

  can(scope: number, wanted: Rights): boolean {
    return (this.rights(scope) & wanted) === wanted;
  }

  /** Throws 403 unless everything wanted is granted. */
  require(scope: number, wanted: Rights): void {
    if (!this.can(scope, wanted)) throw accessDenied();
  }

  /** The scopes in which items may be seen; undefined means all there are. */
  viewable(): readonly number[] | undefined {
    if (this.#everything) return undefined;
    return [...this.#rights]
      .filter(([, rights]) => (rights & right.viewListItems) !== noRights)
      .map(([scope]) => scope);
  }

  hasAnyRight(): boolean {
    return this.#everything || this.#rights.size > 0;
  }
}

const everythingAllowed = new Access(new Map(), true);

/** Remembers what was worked out about each person until anything about permissions changes. */
export class AccessBook {
  readonly #known = new Map<number, Access>();
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    database.onRollback(() => this.forget());
  }

  of(principal: { readonly id: number; readonly siteAdmin: boolean }): Access {
    if (principal.siteAdmin) return everythingAllowed;
    const known = this.#known.get(principal.id);
    if (known) return known;
    const access = new Access(readRights(this.#database, principal.id), false);
    this.#known.set(principal.id, access);
    return access;
  }

  forget(): void {
    this.#known.clear();
  }
}

function readRights(database: Database, principal: number): Map<number, Rights> {
  const rights = new Map<number, Rights>();
  const rows = database.all(
    `SELECT assignments.scope, roles.high, roles.low FROM assignments
     JOIN roles ON roles.id = assignments.role
     WHERE assignments.principal IN (
       WITH own (id) AS (
         SELECT ?1 UNION SELECT id FROM principals WHERE kind = 'user' AND login IN (SELECT value FROM json_each(?2))
       )
       SELECT id FROM own UNION SELECT group_id FROM members WHERE user_id IN (SELECT id FROM own)
     )`,
    principal,
    JSON.stringify(everyoneLogins),
  );
  for (const row of rows) {
    const scope = number(row, "scope");
    const granted = rightsOf(number(row, "high"), number(row, "low"));
    rights.set(scope, (rights.get(scope) ?? noRights) | granted);
  }
  return rights;
}
