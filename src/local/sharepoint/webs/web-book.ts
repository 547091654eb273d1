import { decode } from "../odata/query.ts";
import type { Session, Site, Webs } from "../session.ts";
import { Catalogue } from "../store/catalogue.ts";
import { scopesOfWeb } from "../store/scopes-of-web.ts";
import { allWebs, rootWeb, webAt, type WebRecord } from "./web-record.ts";

/** The subsites of a site, each with lists of its own; people, levels and the bin are those of all. */
export class WebBook implements Webs {
  readonly #known = new Map<number, Site>();

  /** The web at a server-relative path; undefined where there is none. */
  at(root: Site, path: string): Site | undefined {
    if (path.toLowerCase() === root.path.toLowerCase()) return root;
    const record = webAt(root.database, path);
    return record && this.#site(root, record);
  }

  byNumber(root: Site, wanted: number): Site | undefined {
    if (wanted === rootWeb) return root;
    const record = allWebs(root.database).find(({ number }) => number === wanted);
    return record && this.#site(root, record);
  }

  #site(root: Site, record: WebRecord): Site {
    const [scope = root.scope, ...above] = scopesOfWeb(root.database, record.number);
    const before = this.#known.get(record.number);
    const known = before?.webId === record.id ? before : undefined;
    if (known?.scope === scope && known.above.join() === above.join()) return known;
    const url = `${root.origin}${record.path}`;
    const parent = this.byNumber(root, record.parent) ?? root;
    const site: Site = {
      ...root,
      root,
      web: record.number,
      path: record.path,
      url,
      api: `${url}/_api`,
      webId: record.id,
      created: record.created,
      scope,
      ownScope: scope !== parent.scope,
      above,
      catalogue: known?.catalogue ?? new Catalogue(root.database, record.number),
    };
    this.#known.set(record.number, site);
    return site;
  }

  /** Forgets the lists of every web below the root: what decides over one may decide over those below it. */
  forget(): void {
    for (const { catalogue } of this.#known.values()) catalogue.forget();
  }
}

/** The same person's request, as seen from another web of the site. */
export function inWeb(session: Session, site: Site): Session {
  return { ...session, site, catalogue: site.catalogue };
}

export function rootOf({ site }: Session): Site {
  return site.root ?? site;
}

/** The request as seen from the web at this path, or around the list there; undefined where there is neither. */
export function enterWeb(session: Session, path: string): Session | undefined {
  const root = rootOf(session);
  const site = root.webs.at(root, path) ?? webAround(root, path);
  return site && inWeb(session, site);
}

/** Clients ask for the web of a file by putting `_api` behind its address. */
function webAround(root: Site, path: string): Site | undefined {
  const site = deepestWeb(root, path);
  return site.catalogue.byPath(path) ? site : undefined;
}

/** The web that a path of this site lies in. */
export function deepestWeb(root: Site, path: string): Site {
  const lower = path.toLowerCase();
  const around = allWebs(root.database)
    .filter((web) => lower.startsWith(`${web.path.toLowerCase()}/`))
    .toSorted((first, second) => second.path.length - first.path.length)[0];
  return (around && root.webs.at(root, around.path)) ?? root;
}

export function enterWebNumber(session: Session, number: number): Session | undefined {
  const root = rootOf(session);
  const site = root.webs.byNumber(root, number);
  return site && inWeb(session, site);
}

/** The request as seen from the web of this id, with braces or without; undefined where there is none. */
export function enterWebById(session: Session, asked: string): Session | undefined {
  const id = asked.replace(/^\{|\}$/g, "").toLowerCase();
  const root = rootOf(session);
  if (id === root.webId) return inWeb(session, root);
  const record = allWebs(root.database).find((web) => web.id === id);
  return record && enterWebNumber(session, record.number);
}

/** The server-relative path of the web and the rest of the address after `_api/`. */
export interface ApiPlace {
  readonly web: string;
  readonly rest: string;
}

/** Where the client object model is asked. */
export const csomPath = "client.svc/processquery";

/** Finds the web in a raw path and decodes what comes after it; undefined outside this site's interface. */
export function apiPlace(path: string, sitePath: string): ApiPlace | undefined {
  const csom = path.toLowerCase().indexOf(`/_vti_bin/${csomPath}`);
  if (csom > 0) return apiPlace(`${path.slice(0, csom)}/_api/${csomPath}`, sitePath);
  const at = path.toLowerCase().indexOf("/_api/");
  if (at <= 0) return undefined;
  const web = decode(path.slice(0, at).replaceAll("+", "%2B"));
  if (!`${web.toLowerCase()}/`.startsWith(`${sitePath.toLowerCase()}/`)) return undefined;
  return { web, rest: decode(path.slice(at + "/_api/".length).replaceAll("+", "%2B")) };
}
