import type { Database } from "./database.ts";
import { listSettings, type List } from "./list.ts";
import { insertList } from "./list-store.ts";

interface DefaultLibrary {
  readonly title: string;
  readonly leaf: string;
  readonly template: number;
  readonly description: string;
}

/** Libraries that a team site has from its first day, besides its documents. */
export const defaultLibraries = {
  assets: {
    title: "Site Assets",
    leaf: "SiteAssets",
    template: 101,
    description: "Holds the images and other files that pages of this site show.",
  },
  pages: { title: "Site Pages", leaf: "SitePages", template: 119, description: "" },
} as const satisfies Record<string, DefaultLibrary>;

export function insertDefaultLibrary(
  database: Database,
  site: { readonly path: string; readonly web: number },
  { title, leaf, template, description }: DefaultLibrary,
  by: { readonly author: number; readonly now: string },
): number {
  return insertList(database, {
    title,
    template,
    root: `${site.path}/${leaf}`,
    settings: listSettings.parse({
      description,
      enableFolderCreation: true,
      enableAttachments: false,
    }),
    ...by,
    web: site.web,
  });
}

/** The library in its place, whatever it is called by now. */
export function defaultLibrary(
  lists: readonly List[],
  site: { readonly path: string },
  { leaf }: DefaultLibrary,
): List | undefined {
  const root = `${site.path}/${leaf}`.toLowerCase();
  return lists.find((list) => list.root.toLowerCase() === root);
}
