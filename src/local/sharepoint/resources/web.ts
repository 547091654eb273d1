import { z } from "zod";
import { accessDenied, folderMissing, principalMissing } from "../errors.ts";
import { userEntity } from "../entities/principal-entity.ts";
import { webEntity } from "../entities/web-entity.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { textArgument } from "../odata/address.ts";
import { webScope } from "../permissions/access.ts";
import { ensureUser } from "../permissions/ensure-user.ts";
import { right } from "../permissions/rights.ts";
import { securableWeb } from "../permissions/securable.ts";
import type { Session } from "../session.ts";
import { renameWeb } from "../webs/web-record.ts";
import { changesAnswer } from "./changes.ts";
import { fileAtPath } from "./file.ts";
import { folderAtPath, webFolderResource } from "./folder.ts";
import { groupsResource } from "./groups.ts";
import { findListAt, listResource, listsResource } from "./lists.ts";
import { entityResource, type Resource } from "./resource.ts";
import { rolesResource } from "./roles.ts";
import { securableSteps } from "./securable.ts";
import { removeWeb } from "./subwebs.ts";
import { webSideSteps } from "./web-side.ts";
import { webSteps } from "./web-steps.ts";
import { currentUserResource, userById, usersResource } from "./users.ts";

export function webResource(session: Session): Resource {
  return entityResource(() => webEntity(session), {
    merge: (request) => updateWeb(session, request),
    steps: {
      ...securableSteps(session, securableWeb),
      ...structureSteps(session),
      ...peopleSteps(session),
      ...webSteps(session, webResource),
      ...webSideSteps(session, listResource),
    },
    delete: () => removeWeb(session),
  });
}

function structureSteps(session: Session): NonNullable<Resource["steps"]> {
  const folder = (name: string) => (segment: Parameters<typeof textArgument>[0]) =>
    folderAtPath(session, absolute(session, textArgument(segment, name)));
  const file = (name: string) => (segment: Parameters<typeof textArgument>[0]) =>
    fileAtPath(session, absolute(session, textArgument(segment, name)));
  return {
    lists: (segment) => listsResource(session, segment),
    getlist: (segment) =>
      listResource(
        session,
        findListAt(session, absolute(session, textArgument(segment, "strurl"))),
      ),
    getlistusingpath: (segment) =>
      listResource(
        session,
        findListAt(session, absolute(session, textArgument(segment, "decodedurl"))),
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
  if (!session.access.can(webScope, right.open)) throw accessDenied();
  const user = ensureUser(session, logonName);
  if (!user) throw principalMissing(`The specified user ${logonName}`);
  return { kind: "entity", entity: userEntity(session, user) } as const;
}

function updateWeb(session: Session, request: ApiRequest) {
  session.access.require(webScope, right.manageWeb);
  const body = parseBody(
    z.object({ Title: z.string().optional(), Description: z.string().optional() }).strict(),
    request,
  );
  renameWeb(session.database, session.site.web, {
    ...(body.Title === undefined ? {} : { title: body.Title }),
    ...(body.Description === undefined ? {} : { description: body.Description }),
  });
  return { kind: "nothing", status: 204 } as const;
}

/** Paths may be given from the server's root or from the web's. */
function absolute({ site }: Session, path: string): string {
  const clean = path.replace(/\/+$/, "");
  if (clean.startsWith("/")) return clean;
  return clean === "" ? site.path : `${site.path}/${clean}`;
}
