import { z } from "zod";
import type { ListSettings } from "../store/list.ts";

/** Properties of a list that clients may set, and where they are kept. */
const settable = {
  Description: "description",
  EnableVersioning: "enableVersioning",
  EnableMinorVersions: "enableMinorVersions",
  EnableModeration: "enableModeration",
  EnableFolderCreation: "enableFolderCreation",
  EnableAttachments: "enableAttachments",
  OnQuickLaunch: "onQuickLaunch",
  Hidden: "hidden",
  NoCrawl: "noCrawl",
  AllowContentTypes: "allowContentTypes",
  ContentTypesEnabled: "contentTypesEnabled",
  ForceCheckout: "forceCheckout",
  MajorVersionLimit: "majorVersionLimit",
  DisableGridEditing: "disableGridEditing",
  ListExperienceOptions: "listExperienceOptions",
  ReadSecurity: "readSecurity",
  WriteSecurity: "writeSecurity",
  DraftVersionVisibility: "draftVisibility",
  ValidationFormula: "validationFormula",
  ValidationMessage: "validationMessage",
  ImageUrl: "imageUrl",
  MajorWithMinorVersionsLimit: "majorWithMinorVersionsLimit",
  CrawlNonDefaultViews: "crawlNonDefaultViews",
  DefaultItemOpenUseListSetting: "defaultItemOpenUseListSetting",
  Direction: "direction",
  DisableCommenting: "disableCommenting",
  EnableRequestSignOff: "enableRequestSignOff",
  ExemptFromBlockDownloadOfNonViewableFiles: "exemptFromBlockDownload",
  IsApplicationList: "isApplicationList",
  MultipleDataList: "multipleDataList",
  ParserDisabled: "parserDisabled",
} as const satisfies Record<string, keyof ListSettings>;

const flag = z.boolean().optional();

export const listChange = z.strictObject({
  Title: z.string().min(1).max(255).optional(),
  BaseTemplate: z.number().optional(),
  Description: z.string().optional(),
  EnableVersioning: flag,
  EnableMinorVersions: flag,
  EnableModeration: flag,
  EnableFolderCreation: flag,
  EnableAttachments: flag,
  OnQuickLaunch: flag,
  Hidden: flag,
  NoCrawl: flag,
  AllowContentTypes: flag,
  ContentTypesEnabled: flag,
  ForceCheckout: flag,
  MajorVersionLimit: z.number().int().optional(),
  DisableGridEditing: flag,
  ListExperienceOptions: z.number().int().optional(),
  ReadSecurity: z.union([z.literal(1), z.literal(2)]).optional(),
  WriteSecurity: z.union([z.literal(1), z.literal(2), z.literal(4)]).optional(),
  DraftVersionVisibility: z.union([z.literal(0), z.literal(1), z.literal(2)]).optional(),
  ValidationFormula: z.string().max(1024).nullable().optional(),
  ValidationMessage: z.string().max(1024).nullable().optional(),
  ImageUrl: z.string().max(400).optional(),
  MajorWithMinorVersionsLimit: z.number().int().min(0).max(50_000).optional(),
  CrawlNonDefaultViews: flag,
  DefaultItemOpenUseListSetting: flag,
  Direction: z.enum(["none", "LTR", "RTL"]).optional(),
  DisableCommenting: flag,
  EnableRequestSignOff: flag,
  ExemptFromBlockDownloadOfNonViewableFiles: flag,
  IsApplicationList: flag,
  MultipleDataList: flag,
  ParserDisabled: flag,
});

export const newList = listChange.extend({
  Title: z.string().min(1).max(255),
  BaseTemplate: z.number().default(100),
});

export function changedSettings(body: z.infer<typeof listChange>): Partial<ListSettings> {
  const changed: Record<string, unknown> = {};
  for (const [property, setting] of Object.entries(settable)) {
    const value: unknown = Reflect.get(body, property);
    if (value !== undefined) changed[setting] = value;
  }
  return changed;
}
