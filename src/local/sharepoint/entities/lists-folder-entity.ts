import type { Entity } from "../odata/entity.ts";
import { visibleLists } from "../permissions/visible-lists.ts";
import type { Session } from "../session.ts";
import { stableGuid } from "./stable-guid.ts";
import type { List } from "../store/list.ts";
import {
  folderPath,
  folderProperties,
  rootFolderEntity,
  webFolderEntity,
} from "./folder-entity.ts";

/** Whether a path is that of the folder that lists, other than libraries, lie in. */
export function isListsFolder({ site }: Session, path: string): boolean {
  return path.toLowerCase() === `${site.path}/Lists`.toLowerCase();
}

/** The folder `Lists` of a web: it is there in every web, and nothing is kept in it but lists. */
export function listsFolderEntity(session: Session): Entity {
  const { site } = session;
  const path = `${site.path}/Lists`;
  return {
    type: "SP.Folder",
    path: folderPath(path),
    properties: folderProperties({
      path,
      name: "Lists",
      guid: stableGuid(`${site.webId}/Lists`),
      created: site.created,
      modified: site.created,
    }),
    lazy: { ItemCount: () => listsIn(session, path).length },
    links: {
      Files: () => [],
      Folders: () => listsIn(session, path).map((list) => rootFolderEntity(session, list)),
      ListItemAllFields: () => null,
      ParentFolder: () => webFolderEntity(session),
    },
  };
}

function listsIn(session: Session, path: string): List[] {
  return visibleLists(session).filter(({ root }) => root.startsWith(`${path}/`));
}
