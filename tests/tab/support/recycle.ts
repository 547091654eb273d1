import "@pnp/sp/items/index.js";
import "@pnp/sp/recycle-bin/index.js";
import { join } from "node:path";
import { siteOfApp } from "#cli/site-of-app.ts";

/** The site of the product that keeps its data in that folder, as an administrator may change it. */
export const webIn = (dataFolder: string) =>
  siteOfApp({ settings: join(dataFolder, "settings.env") }).sp.web;

/** Into the recycle bin, as only an administrator of the site may; the answer puts it back. */
export async function recycle(
  dataFolder: string,
  list: string,
  id: number,
): Promise<() => Promise<unknown>> {
  const web = webIn(dataFolder);
  const bin = await web.lists.getByTitle(list).items.getById(id).recycle();
  return () => web.recycleBin.getById(bin).restore();
}
