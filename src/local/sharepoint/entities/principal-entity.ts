import { Complex, type Entity } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { everyoneLogins } from "../permissions/everyone.ts";
import { groupsOf, membersOf, principalById, type Principal } from "../store/principals.ts";

export function principalEntity(session: Session, principal: Principal): Entity {
  return principal.kind === "group"
    ? groupEntity(session, principal)
    : userEntity(session, principal);
}

export function userEntity(session: Session, user: Principal): Entity {
  const { id, login, title, email, siteAdmin } = user;
  return {
    type: "SP.User",
    path: `Web/GetUserById(${id})`,
    properties: {
      Id: id,
      IsHiddenInUI: false,
      LoginName: login,
      Title: title,
      PrincipalType: everyoneLogins.includes(login) ? 4 : 1,
      Email: email,
      Expiration: "",
      IsEmailAuthenticationGuestUser: false,
      // Entra's mark of a guest stands in the sign-in name.
      IsShareByEmailGuestUser: login.toLowerCase().includes("#ext#"),
      IsSiteAdmin: siteAdmin,
      UserId: new Complex("SP.UserIdInfo", {
        NameId: user.guid.replaceAll("-", "").slice(0, 16),
        NameIdIssuer: "urn:federation:microsoftonline",
      }),
      UserPrincipalName: login.includes("|membership|") ? (login.split("|").at(-1) ?? null) : null,
    },
    links: {
      Alerts: () => [],
      Groups: () => groupsOf(session.database, id).map((group) => groupEntity(session, group)),
    },
  };
}

export function groupEntity(session: Session, group: Principal): Entity {
  const { database } = session;
  const owner = () => principalById(database, group.owner ?? group.id);
  const flag = (name: string, usual: boolean) => group.settings[name] ?? usual;
  return {
    type: "SP.Group",
    path: `Web/SiteGroups/GetById(${group.id})`,
    properties: {
      Id: group.id,
      IsHiddenInUI: false,
      LoginName: group.login,
      Title: group.title,
      PrincipalType: 8,
      AllowMembersEditMembership: flag("AllowMembersEditMembership", false) === true,
      AllowRequestToJoinLeave: flag("AllowRequestToJoinLeave", false) === true,
      AutoAcceptRequestToJoinLeave: flag("AutoAcceptRequestToJoinLeave", false) === true,
      Description: group.description,
      OnlyAllowMembersViewMembership: flag("OnlyAllowMembersViewMembership", true) === true,
      OwnerTitle: owner()?.title ?? "",
      RequestToJoinLeaveEmailSetting: null,
    },
    links: {
      Owner: () => {
        const principal = owner();
        return principal ? principalEntity(session, principal) : null;
      },
      Users: () => membersOf(database, group.id).map((user) => userEntity(session, user)),
    },
  };
}
