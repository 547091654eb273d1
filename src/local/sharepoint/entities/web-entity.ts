import { Complex, type Entity, type Value } from "../odata/entity.ts";
import { basePermissions, right } from "../permissions/rights.ts";
import { allRoles } from "../permissions/roles.ts";
import { securableWeb } from "../permissions/securable.ts";
import { visibleLists } from "../permissions/visible-lists.ts";
import type { Session } from "../session.ts";
import { allPrincipals } from "../store/principals.ts";
import { changeToken } from "./change-token.ts";
import { listEntity } from "./list-entity.ts";
import { groupEntity, userEntity } from "./principal-entity.ts";
import { regionalSettings } from "./regional-settings.ts";
import { readableAssignments, roleEntity } from "./role-entity.ts";
import { webFolderEntity } from "./folder-entity.ts";
import { lastChange } from "../store/changes.ts";
import { webWords } from "../webs/web-record.ts";
import { readWebSettings } from "../webs/web-settings.ts";
import { parentOf, webLinks } from "./web-links.ts";

/** What is the same for every web here. */
const fixed = {
  AllowRssFeeds: true,
  AlternateCssUrl: "",
  AppInstanceId: "00000000-0000-0000-0000-000000000000",
  ClassicWelcomePage: null,
  Configuration: 0,
  DesignPackageId: "00000000-0000-0000-0000-000000000000",
  DocumentLibraryCalloutOfficeWebAppPreviewersDisabled: false,
  EnableMinimalDownload: false,
  FooterEmphasis: 0,
  FooterEnabled: false,
  FooterLayout: 0,
  HeaderEmphasis: 0,
  HeaderLayout: 0,
  HideTitleInHeader: false,
  HorizontalQuickLaunch: false,
  IsEduClass: false,
  IsEduClassProvisionChecked: false,
  IsEduClassProvisionPending: false,
  IsHomepageModernized: false,
  IsMultilingual: false,
  IsRevertHomepageLinkHidden: false,
  Language: 1033,
  LogoAlignment: 0,
  MegaMenuEnabled: false,
  NavAudienceTargetingEnabled: false,
  NoCrawl: false,
  ObjectCacheEnabled: false,
  OverwriteTranslationsOnChange: false,
  QuickLaunchEnabled: true,
  RecycleBinEnabled: true,
  SearchScope: 0,
  SiteLogoUrl: null,
  SyndicationEnabled: true,
  TenantAdminMembersCanShare: 0,
  TreeViewEnabled: false,
  UIVersion: 15,
  UIVersionConfigurationEnabled: false,
  WebTemplate: "STS",
  WelcomePage: "",
} as const;

export function webEntity(session: Session): Entity {
  const { site, database } = session;
  return {
    type: "SP.Web",
    path: "Web",
    api: site.api,
    properties: webProperties(session),
    onRequest: {
      AllowMasterPageEditing: () => session.access.can(session.site.scope, right.manageWeb),
      EffectiveBasePermissions: () => basePermissions(session.access.rights(session.site.scope)),
      HasUniqueRoleAssignments: () => site.ownScope,
      ServerRelativePath: () => new Complex("SP.ResourcePath", { DecodedUrl: site.path }),
    },
    links: {
      ...webLinks(session),
      CurrentUser: () => userEntity(session, session.caller),
      FirstUniqueAncestorSecurableObject: () => webEntity(uniqueWeb(session)),
      Lists: () => visibleLists(session).map((list) => listEntity(session, list)),
      RegionalSettings: () => regionalSettings(),
      RoleAssignments: () => readableAssignments(session, securableWeb(session)),
      RoleDefinitions: () => allRoles(database).map(roleEntity),
      RootFolder: () => webFolderEntity(session),
      SiteGroups: () =>
        allPrincipals(database, "group").map((group) => groupEntity(session, group)),
      SiteUsers: () => allPrincipals(database, "user").map((user) => userEntity(session, user)),
    },
  };
}

function uniqueWeb(session: Session): Session {
  const parent = session.site.ownScope ? undefined : parentOf(session);
  return parent ? uniqueWeb(parent) : session;
}

function webProperties(session: Session): Readonly<Record<string, Value>> {
  const { site, database } = session;
  const masterPage = `${site.path}/_catalogs/masterpage/seattle.master`;
  const { title, description } = webWords(database, site.web);
  const modified = lastChange(database)?.at.replace(/\.\d+/, "") ?? site.created;
  return {
    ...fixed,
    CustomMasterUrl: masterPage,
    MasterUrl: masterPage,
    ...readWebSettings(database, site.web),
    Created: site.created.replace("Z", ""),
    CurrentChangeToken: changeToken(session),
    Description: description,
    Id: site.webId,
    LastItemModifiedDate: modified,
    LastItemUserModifiedDate: modified,
    ResourcePath: new Complex("SP.ResourcePath", { DecodedUrl: site.url }),
    ServerRelativeUrl: site.path,
    Title: title,
    Url: site.url,
  };
}
