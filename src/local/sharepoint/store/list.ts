import { z } from "zod";
import type { Field } from "../fields/field.ts";
import { isLibraryTemplate } from "./list-templates.ts";

export const listSettings = z.object({
  description: z.string().default(""),
  enableVersioning: z.boolean().default(true),
  enableMinorVersions: z.boolean().default(false),
  enableModeration: z.boolean().default(false),
  enableFolderCreation: z.boolean().default(false),
  enableAttachments: z.boolean().default(true),
  onQuickLaunch: z.boolean().default(false),
  hidden: z.boolean().default(false),
  noCrawl: z.boolean().default(false),
  allowContentTypes: z.boolean().default(true),
  contentTypesEnabled: z.boolean().default(false),
  forceCheckout: z.boolean().default(false),
  majorVersionLimit: z.number().default(500),
  disableGridEditing: z.boolean().default(false),
  listExperienceOptions: z.number().default(0),
  /** 1 all items, 2 one's own. */
  readSecurity: z.number().default(1),
  /** 1 all items, 2 one's own, 4 none. */
  writeSecurity: z.number().default(1),
  /** 0 every reader sees drafts, 1 whoever may edit, 2 whoever may approve; the author always. */
  draftVisibility: z.number().default(0),
  validationFormula: z.string().nullable().default(null),
  validationMessage: z.string().nullable().default(null),
  imageUrl: z.string().nullable().default(null),
  /** How many versions keep their drafts; told as it was set. */
  majorWithMinorVersionsLimit: z.number().default(0),
  crawlNonDefaultViews: z.boolean().default(false),
  defaultItemOpenUseListSetting: z.boolean().default(false),
  direction: z.string().default("none"),
  disableCommenting: z.boolean().default(false),
  enableRequestSignOff: z.boolean().default(true),
  exemptFromBlockDownload: z.boolean().default(false),
  isApplicationList: z.boolean().default(false),
  multipleDataList: z.boolean().default(false),
  parserDisabled: z.boolean().default(false),
  /** The content type that stands for plain items or documents, where the list was made from a template that has one. */
  ownType: z.string().nullable().default(null),
  /** The kinds of content type that the list began with and has no more, by their ids in it. */
  removedTypes: z.array(z.string()).default([]),
  /** The content types in the order that people are offered them; null is that in which the list has them. */
  typeOrder: z.array(z.string()).nullable().default(null),
});

export type ListSettings = z.infer<typeof listSettings>;

/** A list or library with its columns, as kept in memory between changes to it. */
export interface List {
  /** Names its table; no client ever sees it. */
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly template: number;
  /** Server relative, without a slash at the end. */
  readonly root: string;
  readonly rootGuid: string;
  readonly settings: ListSettings;
  readonly author: number | null;
  readonly created: string;
  /** The scope that decides, its own or the web's. */
  readonly scope: number;
  readonly fields: readonly Field[];
}

export const isLibrary = (list: Pick<List, "template">) => isLibraryTemplate(list.template);
export const tableOf = (list: Pick<List, "number">) => `items_${list.number}`;

export function fieldByName(list: List, name: string): Field | undefined {
  return list.fields.find((field) => field.name === name);
}

/** As `getByInternalNameOrTitle` looks: internal names first, in any case. */
export function fieldByNameOrTitle(list: List, name: string): Field | undefined {
  const lower = name.toLowerCase();
  return (
    list.fields.find((field) => field.name.toLowerCase() === lower) ??
    list.fields.find((field) => field.title.toLowerCase() === lower)
  );
}
