import { z } from "zod";
import { binEntries } from "../bin/bin-entry.ts";
import { purge } from "../bin/purge.ts";
import { parentOf, subWebInfos, subWebs } from "../entities/web-links.ts";
import { SharePointError, refused } from "../errors.ts";
import { checkName } from "../files/check-name.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { hasArguments } from "../odata/address.ts";
import { done, type Answer } from "../odata/entity.ts";
import { roleId } from "../permissions/built-in-roles.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import { changeType, recordChange } from "../store/changes.ts";
import { insertDefaultLists } from "../store/default-libraries.ts";
import { deleteList } from "../store/list-store.ts";
import { enterWeb } from "../webs/web-book.ts";
import { deleteWeb, insertWeb, rootWeb, webAt, websBelow } from "../webs/web-record.ts";
import type { Resource } from "./resource.ts";

const newWeb = z.object({
  parameters: z.object({
    Title: z.string().min(1).max(255),
    Url: z.string().min(1),
    Description: z.string().nullish(),
    Language: z.number().int().default(1033),
    WebTemplate: z.string().default("STS"),
    UseSamePermissionsAsParentSite: z.boolean().default(true),
  }),
});

/** The webs below this one: to be listed and added. They have the permissions of the site, and lists of their own. */
export function subWebSteps(
  session: Session,
  web: (session: Session) => Resource,
): NonNullable<Resource["steps"]> {
  const listed: Resource = {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.Webs",
      entities: subWebs(session).map((sub) => session.entities.web(sub)),
    }),
  };
  return {
    webs: (segment) =>
      hasArguments(segment)
        ? {}
        : { ...listed, steps: { add: () => ({ post: (request) => add(session, request) }) } },
    getsubwebsfilteredforcurrentuser: () => infos(session),
    webinfos: () => ({
      ...infos(session),
      steps: { add: () => ({ post: (request) => addInfo(session, request) }) },
    }),
    parentweb: () => {
      const parent = parentOf(session);
      return parent ? web(parent) : { get: () => ({ kind: "null", name: "ParentWeb" }) };
    },
  };
}

function infos(session: Session): Resource {
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.WebInfos",
      entities: subWebInfos(session),
    }),
  };
}

function add(session: Session, request: ApiRequest): Answer {
  const web = session.entities.web(made(session, request));
  return { kind: "entity", entity: web, status: 201 };
}

/** As `webs/add`, answered with what is told of a web without entering it. */
function addInfo(session: Session, request: ApiRequest): Answer {
  const { site } = made(session, request);
  const info = subWebInfos(session).find(({ properties }) => properties["Id"] === site.webId);
  if (!info) throw new Error(`The web ${site.path} is not there though it was just made.`);
  return { kind: "entity", entity: info, status: 201 };
}

function made(session: Session, request: ApiRequest): Session {
  session.access.require(session.site.scope, right.manageWeb);
  const { parameters } = parseBody(newWeb, request);
  const { database, site, now } = session;
  const leaf = checkName(parameters.Url.replace(/\/+$/, ""));
  const path = `${site.path}/${leaf}`;
  if (reserved.has(leaf.toLowerCase())) throw refused(`A web cannot be called '${leaf}'.`);
  if (webAt(database, path) || session.catalogue.byPath(path)) throw webExists(path);
  const record = insertWeb(database, {
    parent: site.web,
    path,
    title: parameters.Title,
    description: parameters.Description ?? "",
    template: parameters.WebTemplate.split("#")[0] ?? "STS",
    language: parameters.Language,
    author: session.caller.id,
    created: now,
  });
  const scope = parameters.UseSamePermissionsAsParentSite
    ? site.scope
    : ownScope(session, record.number);
  const by = { author: session.caller.id, now };
  insertDefaultLists(database, { path, web: record.number, scope }, by);
  log(session, record.id, changeType.add);
  return entered(session, path);
}

/** A scope for a new web in which its maker has Full Control, and nobody else anything. */
function ownScope({ database, caller, site }: Session, web: number): number {
  const { id } = database.run("INSERT INTO scopes (web) VALUES (?)", web);
  const insert = "INSERT INTO assignments (scope, principal, role) VALUES (?, ?, ?)";
  database.run(insert, id, caller.id, roleId.fullControl);
  site.accessBook.forget();
  return id;
}

const reserved = new Set(["lists", "_api", "_layouts", "_catalogs", "forms"]);

/** Takes a subsite away with all its lists. Throws 400 for the root web and for webs with webs below them. */
export function removeWeb(session: Session): Answer {
  session.access.require(session.site.scope, right.manageWeb);
  const { database, site, catalogue } = session;
  if (site.web === rootWeb) throw refused("The root web of a site cannot be deleted alone.");
  if (websBelow(database, site.web).length > 0)
    throw refused("There was a problem deleting the web: it has webs below it.");
  for (const entry of binEntries(database)) if (entry.web === site.web) purge(session, entry);
  for (const list of catalogue.all()) deleteList(database, list);
  deleteWeb(database, site.web);
  catalogue.forget();
  log(session, site.webId, changeType.delete);
  return done;
}

function entered(session: Session, path: string): Session {
  const sub = enterWeb(session, path);
  if (!sub) throw new Error(`The web ${path} is not there though it was just made.`);
  return sub;
}

function webExists(path: string): SharePointError {
  return new SharePointError(
    500,
    "-2147024713, Microsoft.SharePoint.SPException",
    `The Web site address "${path}" is already in use.`,
  );
}

function log(
  { database, instant }: Session,
  guid: string,
  action: (typeof changeType)["add" | "delete"],
): void {
  recordChange(database, { at: instant, object: "web", action, guid });
}
