import type { LocalSite } from "./site.ts";

export const library = "/sites/plan/Evidence";

/** A library with the folders Alpha and Beta. */
export async function makeLibrary(site: LocalSite): Promise<void> {
  await site.as("admin").web.lists.add("Evidence", "", 101);
  for (const name of ["Alpha", "Beta"]) await folderAt(site, library).folders.addUsingPath(name);
}

export const folderAt = (site: LocalSite, path: string, name = "admin") =>
  site.as(name).web.getFolderByServerRelativePath(path);

export const fileAt = (site: LocalSite, path: string, name = "admin") =>
  site.as(name).web.getFileByServerRelativePath(path);

/** Puts a text file into a folder, over one that is there already. */
export async function put(site: LocalSite, path: string, content: string, name = "admin") {
  const slash = path.lastIndexOf("/");
  const { files } = folderAt(site, path.slice(0, slash), name);
  return files.addUsingPath(path.slice(slash + 1), content, { Overwrite: true });
}

/** What names are where, folders with a slash. */
export async function namesIn(site: LocalSite, path: string): Promise<string[]> {
  const folder = folderAt(site, path);
  const folders = await folder.folders.select("Name")();
  const files = await folder.files.select("Name")();
  return [...folders.map(({ Name }) => `${Name}/`), ...files.map(({ Name }) => Name)];
}
