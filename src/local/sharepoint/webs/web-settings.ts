import { z } from "zod";
import type { Database } from "../store/database.ts";
import { readMeta, writeMeta } from "../store/meta.ts";
import { text } from "../store/row.ts";
import { rootWeb } from "./web-record.ts";

const flag = z.boolean().optional();
const number = z.number().int().optional();
const words = z.string().max(1024).optional();

/** How a web looks and behaves: what clients may change of it besides its title and description. */
export const webSettings = z.object({
  AlternateCssUrl: words,
  CommentsOnSitePagesDisabled: flag,
  CustomMasterUrl: words,
  DisableAppViews: flag,
  DisableFlows: flag,
  EnableMinimalDownload: flag,
  FooterEmphasis: number,
  FooterEnabled: flag,
  FooterLayout: number,
  HeaderEmphasis: number,
  HeaderLayout: number,
  HideTitleInHeader: flag,
  HorizontalQuickLaunch: flag,
  IsMultilingual: flag,
  LogoAlignment: number,
  MasterUrl: words,
  MegaMenuEnabled: flag,
  MembersCanShare: flag,
  NavAudienceTargetingEnabled: flag,
  NoCrawl: flag,
  OverwriteTranslationsOnChange: flag,
  QuickLaunchEnabled: flag,
  RequestAccessEmail: words,
  SaveSiteAsTemplateEnabled: flag,
  SearchBoxInNavBar: number,
  SearchScope: number,
  SiteLogoDescription: words,
  SiteLogoUrl: z.string().max(1024).nullable().optional(),
  SyndicationEnabled: flag,
  TreeViewEnabled: flag,
  UIVersion: number,
  WelcomePage: words,
  UIVersionConfigurationEnabled: flag,
});

type WebSettings = z.infer<typeof webSettings>;

/** What was changed of a web; everything else is as it is in a fresh one. */
export function readWebSettings(
  database: Database,
  web: number,
): Readonly<Record<string, string | number | boolean | null>> {
  return changed.parse(JSON.parse(kept(database, web)));
}

const changed = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export function changeWebSettings(database: Database, web: number, change: WebSettings): void {
  const next = JSON.stringify({ ...readWebSettings(database, web), ...change });
  if (web === rootWeb) writeMeta(database, "web settings", next);
  else database.run("UPDATE webs SET settings = ? WHERE number = ?", next, web);
}

function kept(database: Database, web: number): string {
  if (web === rootWeb) return readMeta(database, "web settings") ?? "{}";
  const row = database.one("SELECT settings FROM webs WHERE number = ?", web);
  return row ? text(row, "settings") : "{}";
}
