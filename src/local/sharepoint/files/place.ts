import { fileMissing, folderMissing } from "../errors.ts";
import { mayViewList } from "../permissions/visible-lists.ts";
import { pathRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { deepestWeb, inWeb, rootOf } from "../webs/web-book.ts";

/** A file or folder, with the web and list it lies in. */
export interface Found {
  readonly session: Session;
  readonly list: List;
  readonly row: Row;
}

/** Where something is to go: a name in a folder that is there. */
export interface Target {
  readonly session: Session;
  readonly list: List;
  /** Server relative, as it is kept. */
  readonly folder: string;
  readonly leaf: string;
}

export const pathOfRow = (row: Row) => `${text(row, "dir")}/${text(row, "leaf")}`;

/** The file or folder at a path of any web of the site. Throws 404 where there is none to be seen. */
export function findAt(asked: Session, path: string, what: "file" | "folder"): Found {
  const session = sessionAt(asked, path);
  const list = session.catalogue.byPath(path);
  const row = list && mayViewList(session, list) ? pathRow(session, list, path) : undefined;
  const fits = row !== undefined && number(row, "kind") === (what === "folder" ? 1 : 0);
  if (!list || !row || !fits) throw what === "file" ? fileMissing(path) : folderMissing();
  return { session, list, row };
}

/** What a path to be written to means. Throws 404 where its folder is not there, or not to be seen. */
export function targetAt(asked: Session, path: string): Target {
  const session = sessionAt(asked, path);
  const slash = path.lastIndexOf("/");
  const [folder, leaf] = [path.slice(0, slash), path.slice(slash + 1)];
  const list = session.catalogue.byPath(folder);
  if (!list || !mayViewList(session, list)) throw folderMissing();
  if (folder.toLowerCase() === list.root.toLowerCase())
    return { session, list, folder: list.root, leaf };
  const row = pathRow(session, list, folder);
  if (!row || number(row, "kind") !== 1) throw folderMissing();
  return { session, list, folder: pathOfRow(row), leaf };
}

function sessionAt(asked: Session, path: string): Session {
  return inWeb(asked, deepestWeb(rootOf(asked), path));
}

/**
 * A path from the server's root: of a whole address, of one that lacks its first slash, or of a path from the web.
 * Throws 404 for addresses elsewhere.
 */
export function serverRelative({ site }: Session, address: string): string {
  const clean = address.replace(/\/+$/, "");
  const whole = /^https?:\/\/[^/]+/i.exec(clean)?.[0];
  if (whole === undefined) return fromRoot(site.path, clean);
  if (whole.toLowerCase() !== site.origin.toLowerCase()) throw fileMissing(address);
  return clean.slice(whole.length);
}

function fromRoot(web: string, path: string): string {
  if (path === "") return web;
  if (path.startsWith("/")) return path;
  const rooted = `/${path}`;
  return `${rooted}/`.toLowerCase().startsWith(`${web}/`.toLowerCase()) ? rooted : `${web}/${path}`;
}
