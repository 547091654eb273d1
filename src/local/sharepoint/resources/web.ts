import { z } from "zod";
import { accessDenied, folderMissing, principalMissing } from "../errors.ts";
import { serverRelative } from "../files/place.ts";
import { userEntity } from "../entities/principal-entity.ts";
import { webEntity } from "../entities/web-entity.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { textArgument } from "../odata/address.ts";
import { decode } from "../odata/query.ts";
import { ensureUser } from "../permissions/ensure-user.ts";
import { right } from "../permissions/rights.ts";
import { securableWeb } from "../permissions/securable.ts";
import type { Session } from "../session.ts";
import { changeType, recordChange } from "../store/changes.ts";
import { renameWeb } from "../webs/web-record.ts";
import { changeWebSettings, webSettings } from "../webs/web-settings.ts";
import { changesAnswer } from "./changes.ts";
import { fileAtPath } from "./file.ts";
import { folderAtPath, webFolderResource } from "./folder.ts";
import { groupsResource } from "./groups.ts";
import { findListAt, listByTitle, listResource, listsResource } from "./lists.ts";
import { entityResource, type Resource } from "./resource.ts";
import { perhapsAbsent } from "./perhaps-absent.ts";
import { rolesResource } from "./roles.ts";
import { securableSteps } from "./securable.ts";
import { removeWeb } from "./subwebs.ts";
import { webLookupSteps } from "./web-lookups.ts";
import { webSideSteps } from "./web-side.ts";
import { webSteps } from "./web-steps.ts";
import { currentUserResource, userById, usersResource } from "./users.ts";

export function webResource(session: Session): Resource {
  return entityResource(() => webEntity(session), {
    merge: (request) => updateWeb(session, request),
    steps: { lists: (segment) => listsResource(session, segment) },
    more: [
      () => structureSteps(session),
      () => peopleSteps(session),
      () => webSteps(session, webResource),
      () => webSideSteps(session, listResource),
      () => webLookupSteps(session),
      () => securableSteps(session, () => securableWeb(session)),
    ],
    delete: () => removeWeb(session),
  });
}

function structureSteps(session: Session): NonNullable<Resource["steps"]> {
  const folder = (name: string) => (segment: Parameters<typeof textArgument>[0]) =>
    perhapsAbsent("SP.Folder", () =>
      folderAtPath(session, serverRelative(session, textArgument(segment, name))),
    );
  const file = (name: string) => (segment: Parameters<typeof textArgument>[0]) =>
    perhapsAbsent("SP.File", () =>
      fileAtPath(session, serverRelative(session, textArgument(segment, name))),
    );
  return {
    getlist: (segment) =>
      listResource(
        session,
        findListAt(session, serverRelative(session, asUrl(textArgument(segment, "strurl")))),
      ),
    getlistbytitle: (segment) =>
      listResource(session, listByTitle(session, textArgument(segment, "title"))),
    getlistusingpath: (segment) =>
      listResource(
        session,
        findListAt(session, serverRelative(session, textArgument(segment, "decodedurl"))),
      ),
    getfolderbyserverrelativepath: folder("decodedurl"),
    getfolderbyserverrelativeurl: folder("serverrelativeurl"),
    getfilebyserverrelativepath: file("decodedurl"),
    getfilebyserverrelativeurl: file("serverrelativeurl"),
    rootfolder: () => webFolderResource(session),
    folders: (segment) => {
      const folders = webFolderResource(session).steps?.["folders"];
      if (!folders) throw folderMissing();
      return folders(segment);
    },
    getchanges: () => ({ post: (request) => changesAnswer(session, request) }),
  };
}

/** `GetList` takes an address, in which anything may be escaped once more. */
function asUrl(text: string): string {
  return /%[0-9a-f]{2}/i.test(text) ? decode(text.replaceAll("+", "%2B")) : text;
}

function peopleSteps(session: Session): NonNullable<Resource["steps"]> {
  return {
    ensureuser: () => ({ post: (request) => ensure(session, request) }),
    currentuser: () => currentUserResource(session),
    siteusers: (segment) => usersResource(session, segment),
    getuserbyid: (segment) => userById(session, segment),
    sitegroups: (segment) => groupsResource(session, segment),
    roledefinitions: (segment) => rolesResource(session, segment),
  };
}

function ensure(session: Session, request: ApiRequest) {
  const { logonName } = parseBody(z.object({ logonName: z.string().min(1) }), request);
  if (!session.access.can(session.site.scope, right.open)) throw accessDenied();
  const user = ensureUser(session, logonName);
  if (!user) throw principalMissing(`The specified user ${logonName}`);
  return { kind: "entity", entity: userEntity(session, user) } as const;
}

const webChange = webSettings
  .omit({ WelcomePage: true })
  .extend({
    Title: z.string().max(255).optional(),
    Description: z.string().optional(),
  })
  .strict();

function updateWeb(session: Session, request: ApiRequest) {
  session.access.require(session.site.scope, right.manageWeb);
  const { Title: title, Description: description, ...settings } = parseBody(webChange, request);
  const { database, site, instant } = session;
  renameWeb(database, site.web, {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
  });
  changeWebSettings(database, site.web, settings);
  recordChange(database, {
    at: instant,
    object: "web",
    action: changeType.update,
    guid: site.webId,
  });
  return { kind: "nothing", status: 204 } as const;
}
