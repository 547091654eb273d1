import { entityTypeOf, listEntityName } from "../items/entity-type.ts";
import { Complex, type Entity, type Value } from "../odata/entity.ts";
import { basePermissions } from "../permissions/rights.ts";
import { securableList } from "../permissions/securable.ts";
import { countItems } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { isLibrary, type List } from "../store/list.ts";
import { listTemplate } from "../store/list-templates.ts";
import { viewsOf } from "../store/views.ts";
import { listState } from "../store/list-store.ts";
import { changeToken } from "./change-token.ts";
import { fieldEntity } from "./field-entity.ts";
import { rootFolderEntity } from "./folder-entity.ts";
import { listLinks } from "./list-links.ts";
import { viewPath } from "../views/view-xml.ts";
import { readableAssignments } from "./role-entity.ts";

const noGuid = "00000000-0000-0000-0000-000000000000";

/** SP.BrowserFileHandling: pages are given out to be kept, never to be shown. */
const strictly = 1;

/** What is the same for every list here. */
const fixed = {
  DefaultContentApprovalWorkflowId: noGuid,
  FileSavePostProcessingEnabled: false,
  HasExternalDataSource: false,
  DefaultSensitivityLabelForLibrary: "",
  IrmEnabled: false,
  IrmExpire: false,
  IrmReject: false,
  IsCatalog: false,
  IsPrivate: false,
  ServerTemplateCanCreateFolders: true,
} as const;

export function listEntity(session: Session, list: List): Entity {
  const { version } = listState(session.database, list);
  const rights = () => basePermissions(session.access.rights(list.scope));
  const { unique } = securableList(session, list);
  return {
    type: "SP.List",
    path: `Web/Lists(guid'${list.id}')`,
    etag: `"${version}"`,
    properties: {
      ...fixed,
      ...settingProperties(list),
      ...kindProperties(list),
      ...stateProperties(session, list),
    },
    lazy: { ItemCount: () => countItems(session, list) },
    onRequest: {
      HasUniqueRoleAssignments: () => unique,
      ValidationFormula: () => list.settings.validationFormula,
      ValidationMessage: () => list.settings.validationMessage,
      BrowserFileHandling: () => strictly,
      OnQuickLaunch: () => list.settings.onQuickLaunch,
      ...formUrls(list),
      DefaultViewUrl: () => defaultViewUrl(session, list),
      EffectiveBasePermissions: rights,
      EffectiveBasePermissionsForUI: rights,
      ReadSecurity: () => list.settings.readSecurity,
      WriteSecurity: () => list.settings.writeSecurity,
    },
    links: {
      Fields: () => list.fields.map((field) => fieldEntity(list, field)),
      FirstUniqueAncestorSecurableObject: () =>
        unique ? listEntity(session, list) : session.entities.web(session),
      ParentWeb: () => session.entities.web(session),
      RoleAssignments: () => readableAssignments(session, securableList(session, list)),
      RootFolder: () => rootFolderEntity(session, list),
      ...listLinks(session, list),
    },
  };
}

/** The pages that a browser would show its items on. */
function formUrls(list: List): Readonly<Record<string, () => Value>> {
  const folder = isLibrary(list) ? `${list.root}/Forms` : list.root;
  return {
    DefaultDisplayFormUrl: () => `${folder}/DispForm.aspx`,
    DefaultEditFormUrl: () => `${folder}/EditForm.aspx`,
    DefaultNewFormUrl: () => `${folder}/${isLibrary(list) ? "Upload" : "NewForm"}.aspx`,
  };
}

function defaultViewUrl({ database }: Session, list: List): Value {
  const view = viewsOf(database, list).find(({ settings }) => settings.isDefault);
  return view ? viewPath(list, view) : null;
}

type Properties = Readonly<Record<string, Value>>;

function settingProperties(list: List): Properties {
  const { settings } = list;
  return {
    AllowContentTypes: settings.allowContentTypes,
    ContentTypesEnabled: settings.contentTypesEnabled,
    CrawlNonDefaultViews: settings.crawlNonDefaultViews,
    DefaultItemOpenUseListSetting: settings.defaultItemOpenUseListSetting,
    Description: settings.description,
    Direction: settings.direction,
    DisableCommenting: settings.disableCommenting,
    DraftVersionVisibility: settings.draftVisibility,
    DisableGridEditing: settings.disableGridEditing,
    EnableAttachments: settings.enableAttachments && !isLibrary(list),
    EnableFolderCreation: settings.enableFolderCreation,
    EnableMinorVersions: settings.enableMinorVersions,
    EnableModeration: settings.enableModeration,
    EnableRequestSignOff: settings.enableRequestSignOff,
    EnableVersioning: settings.enableVersioning,
    ExemptFromBlockDownloadOfNonViewableFiles: settings.exemptFromBlockDownload,
    ForceCheckout: settings.forceCheckout,
    Hidden: settings.hidden,
    IsApplicationList: settings.isApplicationList,
    ListExperienceOptions: settings.listExperienceOptions,
    MajorWithMinorVersionsLimit: settings.majorWithMinorVersionsLimit,
    MultipleDataList: settings.multipleDataList,
    ParserDisabled: settings.parserDisabled,
    MajorVersionLimit: settings.enableVersioning ? settings.majorVersionLimit : 0,
    NoCrawl: settings.noCrawl,
  };
}

function kindProperties(list: List): Properties {
  const library = isLibrary(list);
  const image =
    list.settings.imageUrl ?? `/_layouts/15/images/${library ? "itdl" : "itgen"}.png?rev=47`;
  return {
    BaseTemplate: list.template,
    BaseType: library ? 1 : 0,
    DocumentTemplateUrl: library ? `${list.root}/Forms/template.dotx` : null,
    EntityTypeName: listEntityName(list),
    ImagePath: new Complex("SP.ResourcePath", { DecodedUrl: image }),
    ImageUrl: image,
    ListItemEntityTypeFullName: entityTypeOf(list),
    TemplateFeatureId: listTemplate(list.template)?.feature ?? noGuid,
  };
}

function stateProperties(session: Session, list: List): Properties {
  const { modified, itemDeleted } = listState(session.database, list);
  return {
    Created: list.created,
    CurrentChangeToken: changeToken(session, list),
    Id: list.id,
    LastItemDeletedDate: itemDeleted,
    LastItemModifiedDate: modified,
    LastItemUserModifiedDate: modified,
    ParentWebPath: new Complex("SP.ResourcePath", { DecodedUrl: session.site.path }),
    ParentWebUrl: session.site.path,
    Title: list.title,
  };
}
