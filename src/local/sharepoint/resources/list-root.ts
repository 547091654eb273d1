import { isLibraryTemplate } from "../store/list-templates.ts";
import type { Session } from "../session.ts";
import { webFolderAt } from "../store/web-folders.ts";
import { websBelow } from "../webs/web-record.ts";

/** The address of a new list: its title without what an address may not hold, numbered where it is taken. */
export function listRoot(
  { site, catalogue, database }: Session,
  title: string,
  template: number,
): string {
  const leaf =
    title
      .replaceAll(/["*:<>?/\\|#%&{}~+.'\p{Cc}]/gu, "")
      .trim()
      .slice(0, 50) || "List";
  const parent = isLibraryTemplate(template) ? site.path : `${site.path}/Lists`;
  const roots = [
    ...catalogue.all().map(({ root }) => root),
    ...websBelow(database, site.web).map(({ path }) => path),
  ];
  const taken = new Set(roots.map((path) => path.toLowerCase()));
  const reserved = new Set([`${site.path}/lists`, `${site.path}/_api`]);
  for (let counter = 0; ; counter++) {
    const root = `${parent}/${leaf}${counter === 0 ? "" : String(counter)}`;
    const free = !taken.has(root.toLowerCase()) && !reserved.has(root.toLowerCase());
    if (free && !webFolderAt(database, root)) return root;
  }
}
