import { randomUUID } from "node:crypto";
import { insertBlob } from "../files/blobs.ts";
import { majorVersion } from "../items/next-version.ts";
import type { Database } from "./database.ts";
import { listSettings, type List } from "./list.ts";
import { insertNavNode } from "./navigation.ts";
import { isLibraryTemplate } from "./list-templates.ts";
import { insertList } from "./list-store.ts";

interface DefaultLibrary {
  readonly title: string;
  readonly leaf: string;
  readonly template: number;
  readonly description: string;
}

/** Lists that a team site can be asked to have; its libraries are there from its first day. */
export const defaultLibraries = {
  assets: {
    title: "Site Assets",
    leaf: "SiteAssets",
    template: 101,
    description: "Holds the images and other files that pages of this site show.",
  },
  events: { title: "Events", leaf: "Lists/Events", template: 106, description: "" },
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
      enableFolderCreation: isLibraryTemplate(template),
      enableAttachments: !isLibraryTemplate(template),
    }),
    ...by,
    web: site.web,
  });
}

const homePage = `<%@ Page Language="C#" MasterPageFile="~masterurl/default.master" Inherits="Microsoft.SharePoint.WebPartPages.WebPartPage" %>
<asp:Content ContentPlaceHolderId="PlaceHolderMain" runat="server"></asp:Content>
`;

/** What a web has from its first day: documents, and the libraries that its pages are made from, with the first page. */
export function insertDefaultLists(
  database: Database,
  site: { readonly path: string; readonly web: number; readonly scope: number },
  by: { readonly author: number; readonly now: string },
): void {
  insertList(database, {
    title: "Documents",
    template: 101,
    root: `${site.path}/Shared Documents`,
    settings: listSettings.parse({ enableFolderCreation: true, enableAttachments: false }),
    ...by,
    web: site.web,
  });
  insertDefaultLibrary(database, site, defaultLibraries.assets, by);
  const pages = insertDefaultLibrary(database, site, defaultLibraries.pages, by);
  insertHomePage(database, pages, site, by);
  insertFirstLinks(database, site);
}

/** The links that a fresh web has at its side. */
function insertFirstLinks(
  database: Database,
  { path, web }: { readonly path: string; readonly web: number },
): void {
  const links = [
    ["Home", path],
    ["Documents", `${path}/Shared Documents/Forms/AllItems.aspx`],
    ["Pages", `${path}/SitePages/Forms/AllPages.aspx`],
    ["Site contents", `${path}/_layouts/15/viewlsts.aspx`],
  ] as const;
  for (const [title, url] of links)
    insertNavNode(database, {
      web,
      bar: "quick",
      parent: null,
      title,
      url,
      external: false,
      visible: true,
    });
}

function insertHomePage(
  database: Database,
  list: number,
  site: { readonly path: string; readonly scope: number },
  { author, now }: { readonly author: number; readonly now: string },
): void {
  const blob = insertBlob(database, new TextEncoder().encode(homePage));
  database.run(
    `INSERT INTO items_${list} (id, title, guid, uid, kind, dir, leaf, scope, created, modified, author, editor, version, etag, blob, size)
     VALUES (1, 'Home', ?, ?, 0, ?, 'Home.aspx', ?, ?5, ?5, ?6, ?6, ?, 1, ?, ?)`,
    randomUUID(),
    randomUUID(),
    `${site.path}/${defaultLibraries.pages.leaf}`,
    site.scope,
    now,
    author,
    majorVersion,
    blob.id,
    blob.size,
  );
  database.run("UPDATE lists SET next_item = 2 WHERE number = ?", list);
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
