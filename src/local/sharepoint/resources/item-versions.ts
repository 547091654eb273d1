import { versionEntities } from "../entities/version-entity.ts";
import { itemMissing, refused } from "../errors.ts";
import { recycleVersion } from "../bin/recycle-version.ts";
import { fileVersions, restoreVersion, type FileVersion } from "../files/file-versions.ts";
import { dropUnused, versionBlobs } from "../files/unused-blobs.ts";
import { hasArguments, numberArgument, textArgument, type Segment } from "../odata/address.ts";
import { done, type Answer, type Entity } from "../odata/entity.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { number, type Row } from "../store/row.ts";
import { entityResource, type Resource } from "./resource.ts";

/** What an item was before: to be listed, looked at, and taken away but for the current one. */
export function itemVersionsResource(
  session: Session,
  list: List,
  row: Row,
  segment: Segment,
): Resource {
  const all = () => {
    session.access.require(number(row, "scope"), right.viewVersions);
    return versionEntities(session, list, row);
  };
  const byId = (step: Segment) => {
    const version = found(all(), "VersionId", numberArgument(step, "versionid"));
    return entityResource(() => version, { delete: () => remove(session, list, row, version) });
  };
  const removing = (version: Entity): Resource => ({
    post: () => remove(session, list, row, version),
  });
  if (hasArguments(segment)) return byId(segment);
  return {
    get: () => ({ kind: "collection", set: "SP.ApiData.ListItemVersions", entities: all() }),
    steps: {
      getbyid: byId,
      deletebyid: (step) => removing(found(all(), "VersionId", numberArgument(step))),
      deletebylabel: (step) => removing(found(all(), "VersionLabel", textArgument(step))),
      ...earlierSteps(session, list, row),
      deleteall: () => ({
        post: () => {
          for (const version of all().filter((each) => !isCurrent(each)))
            remove(session, list, row, version);
          return done;
        },
      }),
    },
  };
}

/** What is done with the versions before the current one: they are brought back, or put into the recycle bin. */
function earlierSteps(session: Session, list: List, row: Row): NonNullable<Resource["steps"]> {
  const earlier = () => fileVersions(session, list, row);
  const doing = (
    work: typeof restoreVersion,
    wanted: (version: FileVersion) => boolean,
  ): Resource => ({
    post: () => {
      const version = earlier().find(wanted);
      if (!version) throw itemMissing();
      work(session, list, row, version);
      return done;
    },
  });
  return {
    restorebyid: (step) => doing(restore, hasId(step)),
    restorebylabel: (step) => doing(restore, hasLabel(step)),
    recyclebyid: (step) => doing(recycle, hasId(step)),
    recyclebylabel: (step) => doing(recycle, hasLabel(step)),
    recycleall: () => ({
      post: () => {
        for (const version of earlier()) recycle(session, list, row, version);
        return done;
      },
    }),
  };
}

const hasId = (step: Segment) => (each: FileVersion) =>
  each.version === numberArgument(step, "versionid");
const hasLabel = (step: Segment) => (each: FileVersion) =>
  each.label === textArgument(step, "versionlabel");

function restore(session: Session, list: List, row: Row, version: FileVersion): void {
  requireWrite(session, list, row, right.editListItems);
  restoreVersion(session, list, row, version);
}

function recycle(session: Session, list: List, row: Row, version: FileVersion): void {
  requireWrite(session, list, row, right.deleteVersions);
  recycleVersion(session, list, row, version);
}

function found(versions: readonly Entity[], name: string, wanted: string | number): Entity {
  const version = versions.find(({ properties }) => properties[name] === wanted);
  if (!version) throw itemMissing();
  return version;
}

function isCurrent({ properties }: Entity): boolean {
  return properties["IsCurrentVersion"] === true;
}

function remove(session: Session, list: List, row: Row, version: Entity): Answer {
  requireWrite(session, list, row, right.deleteVersions);
  if (isCurrent(version)) throw refused("You cannot delete the current version.");
  const { database } = session;
  const id = number(row, "id");
  const blobs = versionBlobs(database, list, id);
  database.run(
    "DELETE FROM versions WHERE list = ? AND item = ? AND version = ?",
    list.number,
    id,
    Number(version.properties["VersionId"]),
  );
  dropUnused(database, list, id, blobs);
  return done;
}
