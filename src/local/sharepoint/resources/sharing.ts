import { z } from "zod";
import { argumentInvalid, notImplemented, principalMissing, roleMissing } from "../errors.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { Complex, value, type Answer } from "../odata/entity.ts";
import { ensureUser } from "../permissions/ensure-user.ts";
import { right, type Rights } from "../permissions/rights.ts";
import { roleById } from "../permissions/roles.ts";
import {
  assign,
  breakInheritance,
  resetInheritance,
  type Securable,
} from "../permissions/securable.ts";
import type { Session } from "../session.ts";
import { userByEmail, userByLogin, type Principal } from "../store/principals.ts";
import type { Resource } from "./resource.ts";
import { shareLinkDetails, shareLinkSteps, type Shared } from "./share-links.ts";

/** SP.Sharing.Role. */
const sharingRole = { none: 0, view: 1, edit: 2, owner: 3 } as const;

const share = z.looseObject({
  peoplePickerInput: z.string(),
  roleValue: z.string(),
  sendEmail: z.boolean().nullish(),
});
const picked = z.array(z.object({ Key: z.string() }));
const check = z.object({
  recipients: z.array(
    z.looseObject({ alias: z.string().optional(), email: z.string().optional() }),
  ),
});

/** Sharing an item with people, which gives them a level on it, or by links. */
export function sharingSteps(session: Session, shared: Shared): NonNullable<Resource["steps"]> {
  const { find } = shared;
  return {
    shareobject: () => ({ post: (request) => shareWith(session, find(), request) }),
    unshareobject: () => ({
      post: () => {
        mayManage(session, find());
        resetInheritance(session, find());
        return result("UnshareObject", []);
      },
    }),
    checkpermissions: () => ({ post: (request) => checked(session, find(), request) }),
    getsharinginformation: () => ({ post: () => information(session, find(), shared) }),
    getobjectsharingsettings: () => ({ post: () => settings(session, find()) }),
    ...shareLinkSteps(session, shared),
  };
}

function mayManage({ access }: Session, { scope }: Securable): void {
  access.require(scope, right.managePermissions);
}

function shareWith(session: Session, securable: Securable, request: ApiRequest): Answer {
  mayManage(session, securable);
  const body = parseBody(share, request);
  if (body.sendEmail === true) throw notImplemented("POST", "ShareObject with mail");
  const role = Number(/^role:\s*(\d+)$/i.exec(body.roleValue)?.[1]);
  if (!roleById(session.database, role)) throw roleMissing();
  const people = readPeople(body.peoplePickerInput).map((login) => known(session, login));
  if (!securable.unique) breakInheritance(session, securable, { copy: true, clear: false });
  const own = { ...securable, ...ownScope(session, securable) };
  for (const { id } of people) assign(session, own, id, role);
  return result("ShareObject", people);
}

/** The scope that the item has by now. */
function ownScope({ database }: Session, { list, item, above, scope }: Securable) {
  const row = database.one(
    "SELECT id FROM scopes WHERE list = ? AND item IS ?",
    list?.number ?? null,
    item?.id ?? null,
  );
  const own = Number(row?.["id"] ?? scope);
  return { scope: own, above: own === scope ? above : [scope, ...above] };
}

function readPeople(text: string): string[] {
  try {
    return picked.parse(JSON.parse(text)).map(({ Key: key }) => key);
  } catch {
    throw argumentInvalid('peoplePickerInput is written as [{"Key": "<login name>"}].');
  }
}

function known(session: Session, login: string): Principal {
  const user = ensureUser(session, login);
  if (!user) throw principalMissing(`The specified user ${login}`);
  return user;
}

function result(name: string, people: readonly Principal[]): Answer {
  return value(
    name,
    "SP.SharingResult",
    new Complex("SP.SharingResult", {
      ErrorMessage: null,
      Name: null,
      PermissionsPageRelativeUrl: null,
      StatusCode: 0,
      UniquelyPermissionedUsers: people.map(
        ({ login, email, title }) =>
          new Complex("SP.UserSharingResult", {
            DisplayName: title,
            Email: email,
            Status: true,
            User: login,
          }),
      ),
      UsersWithAccessRequests: [],
    }),
  );
}

function checked(session: Session, { scope }: Securable, request: ApiRequest): Answer {
  const { database, site, access } = session;
  access.require(scope, right.enumeratePermissions);
  const { recipients } = parseBody(check, request);
  const told = recipients.map(({ alias = "", email = "" }) => {
    const user = userByLogin(database, alias) ?? userByEmail(database, email || alias);
    const role = user ? roleOf(site.accessBook.of(user).rights(scope)) : sharingRole.none;
    return new Complex("SP.Sharing.SharingEntityPermission", {
      hasAccess: role !== sharingRole.none,
      inputEntity: alias || email,
      resolvedEntity: user?.login ?? null,
      role,
    });
  });
  return value("CheckPermissions", "Collection(SP.Sharing.SharingEntityPermission)", told);
}

function roleOf(rights: Rights): number {
  const has = (wanted: Rights) => (rights & wanted) === wanted;
  if (has(right.managePermissions)) return sharingRole.owner;
  if (has(right.editListItems)) return sharingRole.edit;
  return has(right.viewListItems) ? sharingRole.view : sharingRole.none;
}

function information(session: Session, { scope, unique }: Securable, shared: Shared): Answer {
  const { access, site } = session;
  const manages = access.can(scope, right.managePermissions);
  return value(
    "GetSharingInformation",
    "SP.Sharing.SharingInformation",
    new Complex("SP.Sharing.SharingInformation", {
      canAddExternalPrincipal: false,
      canAddInternalPrincipal: manages,
      canManageSite: access.can(site.scope, right.manageWeb),
      canSendEmail: false,
      canUseSimplifiedRoles: true,
      hasUniquePermissions: unique,
      permissionsInformation: new Complex("SP.Sharing.PermissionCollection", {
        hasInheritedLinks: false,
        links: shareLinkDetails(session, shared),
      }),
    }),
  );
}

function settings({ access, site, caller }: Session, { scope, list }: Securable): Answer {
  return value(
    "GetObjectSharingSettings",
    "SP.ObjectSharingSettings",
    new Complex("SP.ObjectSharingSettings", {
      CanSendEmail: false,
      CanSendLink: false,
      HasEditRole: true,
      HasReadRole: true,
      IsGuestUser: false,
      IsUserSiteAdmin: caller.siteAdmin,
      ListId: list?.id ?? null,
      SharingPermissions: access.can(scope, right.managePermissions) ? ["View", "Edit"] : [],
      SupportsAclPropagation: false,
      WebUrl: site.url,
    }),
  );
}
