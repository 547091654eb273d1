import { z } from "zod";
import { folderEntity, looseFolderEntity, rootFolderEntity } from "../entities/folder-entity.ts";
import { folderMissing, nameExists } from "../errors.ts";
import { serverRelative } from "../files/place.ts";
import { checkName, checkPath } from "../files/check-name.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { insertItem } from "../items/write-item.ts";
import { flagArgument, hasArguments, textArgument, type Segment } from "../odata/address.ts";
import type { Answer, Entity } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import { scopeOfFolder } from "../permissions/securable.ts";
import { mayViewList } from "../permissions/visible-lists.ts";
import { pathRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { fieldByName, type List } from "../store/list.ts";
import { number } from "../store/row.ts";
import { insertWebFolder, webFolderAt } from "../store/web-folders.ts";
import { rootOf } from "../webs/web-book.ts";
import { existingFolder } from "./existing-folder.ts";
import type { Resource } from "./resource.ts";

/** A path from the server's root, or one from a folder. */
export const below = (path: string, asked: string) =>
  asked.startsWith("/") ? asked : `${path}/${asked}`;

/** `AddSubFolder` and `AddSubFolderUsingPath`, which answer nothing. */
export function subFolderSteps(session: Session, path: string): NonNullable<Resource["steps"]> {
  return {
    addsubfolder: (step) => ({
      post: () => {
        addFolder(session, `${path}/${textArgument(step, "leafname")}`, false);
        return { kind: "null", name: "AddSubFolder" };
      },
    }),
    addsubfolderusingpath: (step) => ({
      post: (request) => {
        addFolder(session, `${path}/${subFolderName(step, request)}`, false);
        return { kind: "null", name: "AddSubFolderUsingPath" };
      },
    }),
  };
}

/** Some clients name it in the body, others in the address. */
function subFolderName(step: Segment, request: ApiRequest): string {
  if (hasArguments(step)) return textArgument(step, "decodedurl");
  const schema = z.object({ leafPath: z.object({ DecodedUrl: z.string() }) });
  return parseBody(schema, request).leafPath.DecodedUrl;
}

/** One more folder, named from this one or by its whole path. */
export function addByPath(
  session: Session,
  segment: Segment,
  parent: string,
  name: string,
): Resource {
  return {
    post: () => {
      const asked = textArgument(segment, name).replace(/\/+$/, "");
      return addFolder(session, below(parent, asked), flagArgument(segment, "overwrite"));
    },
  };
}

const newFolder = z.object({ ServerRelativeUrl: z.string().min(1) });

/** One more folder, as the collection of folders takes it: its path is from the web, or from the server's root. */
export function addByBody(session: Session, request: ApiRequest): Answer {
  const { ServerRelativeUrl: url } = parseBody(newFolder, request);
  return addFolder(session, serverRelative(session, url), true);
}

/** Makes one folder; its parents must be there. An existing one is answered where overwriting is allowed. */
function addFolder(session: Session, path: string, overwrite: boolean): Answer {
  const slash = path.lastIndexOf("/");
  const [parent, name] = [path.slice(0, slash), checkName(path.slice(slash + 1))];
  const list = session.catalogue.byPath(parent);
  if (!list) return addLooseFolder(session, parent, name, overwrite);
  if (!mayViewList(session, list)) throw folderMissing();
  const inside = existingFolder(session, list, checkPath(parent));
  session.access.require(scopeOfFolder(session, list, inside), right.addListItems);
  const known = pathRow(session, list, path);
  if (known && !overwrite && number(known, "kind") !== 1) throw nameExists(name);
  if (!known) insertFolder(session, list, inside, name);
  const row = pathRow(session, list, path);
  if (!row) throw folderMissing();
  return {
    kind: "entity",
    entity: folderEntity(session, list, row),
    ...(known ? {} : { status: 201 as const }),
  };
}

/** Makes a folder in the web itself, or in another such folder. */
function addLooseFolder(
  session: Session,
  parent: string,
  name: string,
  overwrite: boolean,
): Answer {
  const { database, site, now } = session;
  const above = webFolderAt(database, parent)?.path ?? webPath(session, parent);
  session.access.require(site.scope, right.manageLists);
  const path = checkPath(`${above}/${name}`);
  const known = webFolderAt(database, path);
  const root = listFolderAt(session, path);
  if (root) return { kind: "entity", entity: root };
  if (isTaken(session, path) || (known && !overwrite && known.path !== path))
    throw nameExists(name);
  const loose = known ?? insertWebFolder(database, { path, web: site.web, created: now });
  return {
    kind: "entity",
    entity: looseFolderEntity(session, loose),
    ...(known ? {} : { status: 201 as const }),
  };
}

/** A folder that is there already as that of a list. */
function listFolderAt(session: Session, path: string): Entity | undefined {
  const list = session.catalogue.byPath(path);
  return list && mayViewList(session, list) ? rootFolderEntity(session, list) : undefined;
}

/** The web's own path, as it is kept. Throws 404 for any other. */
function webPath({ site }: Session, path: string): string {
  if (path.toLowerCase() === site.path.toLowerCase()) return site.path;
  throw folderMissing();
}

function isTaken(session: Session, path: string): boolean {
  const { catalogue, site } = session;
  return (catalogue.byPath(path) ?? site.webs.at(rootOf(session), path)) !== undefined;
}

function insertFolder(session: Session, list: List, folder: string, name: string): void {
  const title = fieldByName(list, "Title");
  const values = new Map(title ? [[title, name]] : []);
  insertItem(session, list, { values, folder, kind: 1, leaf: name });
}
