import { fileMissing, folderMissing, principalMissing } from "../errors.ts";
import { idRow } from "../files/id-row.ts";
import { textArgument, type Segment } from "../odata/address.ts";
import { decode } from "../odata/query.ts";
import type { Session } from "../session.ts";
import { text } from "../store/row.ts";
import { associatedGroup, type Association } from "../webs/associated-groups.ts";
import { rootWeb } from "../webs/web-record.ts";
import { fileAtPath } from "./file.ts";
import { folderAtPath } from "./folder.ts";
import { groupById } from "./groups.ts";
import { recycleBinResource } from "./recycle-bin.ts";
import { regionalSettingsResource } from "./regional-settings.ts";
import type { Resource } from "./resource.ts";
import { subWebSteps } from "./subwebs.ts";

/** What a web leads to besides lists, paths and people. `web` makes the resource of another web. */
export function webSteps(
  session: Session,
  web: (session: Session) => Resource,
): NonNullable<Resource["steps"]> {
  const associated = (kind: Association) => (): Resource => {
    const group = associatedGroup(session.database, kind);
    if (!group) throw principalMissing("Group");
    return groupById(session, group.id);
  };
  return {
    associatedownergroup: associated("owner"),
    associatedmembergroup: associated("member"),
    associatedvisitorgroup: associated("visitor"),
    getfilebyid: (segment) => fileById(session, segment),
    getfilebyurl: (segment) => fileAtPath(session, pathOf(session, textArgument(segment))),
    getfolderbyid: (segment) => folderById(session, segment),
    recyclebin: (segment) => recycleBinResource(session, "web", segment),
    regionalsettings: () => regionalSettingsResource(),
    ...subWebSteps(session, web),
    ...(session.site.web === rootWeb ? {} : inheritedSteps),
  };
}

/** A subsite has the permissions of the site; that they could be cut off is not here yet. */
const inheritedSteps: NonNullable<Resource["steps"]> = {
  breakroleinheritance: () => ({}),
  resetroleinheritance: () => ({}),
  roleassignments: () => ({}),
};

function fileById(session: Session, segment: Segment): Resource {
  const id = textArgument(segment, "uniqueid");
  const found = idRow(session, id, "file");
  if (!found) throw fileMissing(id);
  return fileAtPath(session, `${text(found, "dir")}/${text(found, "leaf")}`);
}

function folderById(session: Session, segment: Segment): Resource {
  const id = textArgument(segment, "uniqueid")
    .replace(/^\{|\}$/g, "")
    .toLowerCase();
  if (id === session.site.webId) return folderAtPath(session, session.site.path);
  const list = session.catalogue.all().find(({ rootGuid }) => rootGuid === id);
  if (list) return folderAtPath(session, list.root);
  const found = idRow(session, id, "folder");
  if (!found) throw folderMissing();
  return folderAtPath(session, `${text(found, "dir")}/${text(found, "leaf")}`);
}

/** A whole address, or a path from the server's root or the web's. */
function pathOf({ site }: Session, address: string): string {
  const whole = address.toLowerCase().startsWith(`${site.origin}/`);
  const path = whole ? decode(address.slice(site.origin.length).replaceAll("+", "%2B")) : address;
  const [clean = ""] = path.split("?");
  return clean.startsWith("/") ? clean : `${site.path}/${clean}`;
}
