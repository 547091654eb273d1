import type { Entity } from "./odata/entity.ts";
import type { Access, AccessBook } from "./permissions/access.ts";
import type { Catalogue } from "./store/catalogue.ts";
import type { Database } from "./store/database.ts";
import type { List } from "./store/list.ts";
import type { Principal } from "./store/principals.ts";
import type { Row } from "./store/row.ts";

export interface Person {
  readonly loginName: string;
  readonly name: string;
  readonly email: string;
}

/** One site collection, as seen from its root web or from one of its subsites. */
export interface Site {
  /** The number of the web; 1 is the root. */
  readonly web: number;
  /** The root web's, where this is a subsite. */
  readonly root?: Site;
  /** The scope that decides over the web, its own or one of a web above. */
  readonly scope: number;
  readonly ownScope: boolean;
  /** The scopes of the webs above that decide on the way here, nearest first. */
  readonly above: readonly number[];
  readonly webs: Webs;
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly accessBook: AccessBook;
  readonly origin: string;
  /** Server relative, as `/sites/plan`. */
  readonly path: string;
  readonly url: string;
  /** The absolute address of `_api`. */
  readonly api: string;
  readonly siteId: string;
  readonly webId: string;
  readonly created: string;
  /** Whom ensureUser can find. */
  readonly directory: readonly Person[];
}

/** The webs of a site collection, each as a site of its own; undefined where there is none. */
export interface Webs {
  /** By server-relative path. */
  at(root: Site, path: string): Site | undefined;
  byNumber(root: Site, wanted: number): Site | undefined;
  forget(): void;
}

/** How things that point at each other are written, so that no module of them needs the others. */
export interface EntityBook {
  web(session: Session): Entity;
  list(session: Session, list: List): Entity;
  listsFolder(session: Session): Entity;
  folder(session: Session, list: List, row: Row): Entity;
  file(session: Session, list: List, row: Row): Entity;
  item(session: Session, list: List, row: Row): Entity;
}

/** One request by one person. */
export interface Session {
  readonly site: Site;
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly entities: EntityBook;
  readonly caller: Principal;
  readonly access: Access;
  /** To the second, as SharePoint keeps dates. */
  readonly now: string;
  /** To the millisecond, for the change log. */
  readonly instant: string;
}

/** When something is done, in the two ways in which a session says it. */
export function momentOf(at: Date): Pick<Session, "now" | "instant"> {
  const instant = at.toISOString();
  return { now: `${instant.slice(0, 19)}Z`, instant };
}

/** Forgets what was worked out from tables that the caller has just written. */
export function structureChanged({ site }: Session): void {
  site.catalogue.forget();
  site.webs.forget();
  site.accessBook.forget();
}
