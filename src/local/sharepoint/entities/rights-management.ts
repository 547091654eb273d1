import type { Entity } from "../odata/entity.ts";
import type { List } from "../store/list.ts";

/** Information rights management is off in every list here; these are the values that stand where it is. */
export function rightsManagementEntity(list: List): Entity {
  return {
    type: "SP.InformationRightsManagementSettings",
    path: `Web/Lists(guid'${list.id}')/InformationRightsManagementSettings`,
    properties: {
      AllowPrint: false,
      AllowScript: false,
      AllowWriteCopy: false,
      DisableDocumentBrowserView: false,
      DocumentAccessExpireDays: 90,
      DocumentLibraryProtectionExpireDate: list.created,
      EnableDocumentAccessExpire: false,
      EnableDocumentBrowserPublishingView: false,
      EnableGroupProtection: false,
      EnableLicenseCacheExpire: false,
      GroupName: null,
      LicenseCacheExpireDays: 30,
      PolicyDescription: null,
      PolicyTitle: null,
      TemplateId: null,
    },
  };
}
