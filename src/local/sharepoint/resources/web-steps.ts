import { fileMissing, folderMissing, principalMissing } from "../errors.ts";
import { idRow } from "../files/id-row.ts";
import { textArgument, type Segment } from "../odata/address.ts";
import { decode } from "../odata/query.ts";
import { ensureUser } from "../permissions/ensure-user.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import { text } from "../store/row.ts";
import {
  associatedGroup,
  createDefaultGroups,
  type Association,
} from "../webs/associated-groups.ts";
import { fileAtPath } from "./file.ts";
import { folderAtPath } from "./folder.ts";
import { groupById } from "./groups.ts";
import { recycleBinItems, recycleBinResource } from "./recycle-bin.ts";
import { regionalSettingsResource } from "./regional-settings.ts";
import type { Resource } from "./resource.ts";
import { webWords } from "../webs/web-record.ts";
import { subWebSteps } from "./subwebs.ts";
import { uploadImage } from "./upload-image.ts";

/** What a web leads to besides lists, paths and people. `web` makes the resource of another web. */
export function webSteps(
  session: Session,
  web: (session: Session) => Resource,
): NonNullable<Resource["steps"]> {
  const associated = (kind: Association) => (): Resource => {
    const group = associatedGroup(session, kind);
    if (!group) throw principalMissing("Group");
    return groupById(session, group.id);
  };
  return {
    associatedownergroup: associated("owner"),
    associatedmembergroup: associated("member"),
    associatedvisitorgroup: associated("visitor"),
    createdefaultassociatedgroups: (segment) => ({
      post: () => {
        session.access.require(session.site.scope, right.managePermissions);
        const owners = ["userlogin", "userlogin2"].flatMap((name) => owner(session, segment, name));
        const seed = String(segment.named.get("groupnameseed") ?? "");
        const { title } = webWords(session.database, session.site.web);
        createDefaultGroups(session, seed === "" ? title : seed, owners);
        return { kind: "null", name: "CreateDefaultAssociatedGroups" };
      },
    }),
    uploadimage: (segment) => uploadImage(session, segment),
    getfilebyid: (segment) => fileById(session, segment),
    getfilebyurl: (segment) => fileAtPath(session, pathOf(session, textArgument(segment))),
    getfolderbyid: (segment) => folderById(session, segment),
    recyclebin: (segment) => recycleBinResource(session, "web", segment),
    getrecyclebinitems: (segment) => recycleBinItems(session, "web", segment),
    regionalsettings: () => regionalSettingsResource(),
    ...subWebSteps(session, web),
  };
}

function owner(session: Session, { named }: Segment, name: string): number[] {
  const login = String(named.get(name) ?? "");
  if (login === "") return [];
  const user = ensureUser(session, login);
  if (!user) throw principalMissing(`The specified user ${login}`);
  return [user.id];
}

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
