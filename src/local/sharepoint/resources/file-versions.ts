import { itemMissing } from "../errors.ts";
import { fileVersionEntity } from "../entities/file-version-entity.ts";
import { recycleVersion } from "../bin/recycle-version.ts";
import { readBlob } from "../files/blobs.ts";
import {
  deleteVersion,
  fileVersions,
  restoreVersion,
  type FileVersion,
} from "../files/file-versions.ts";
import { hasArguments, numberArgument, textArgument, type Segment } from "../odata/address.ts";
import { done, type Answer } from "../odata/entity.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { number, type Row } from "../store/row.ts";
import { bytesAnswer } from "./bytes-answer.ts";
import { entityResource, type Resource } from "./resource.ts";

/** The earlier versions of a file: to be read, restored, deleted and recycled. */
export function fileVersionsResource(
  session: Session,
  list: List,
  row: Row,
  segment: Segment,
): Resource {
  session.access.require(number(row, "scope"), right.viewVersions);
  const all = () => fileVersions(session, list, row);
  const byId = (step: Segment) =>
    all().find(({ version }) => version === numberArgument(step, "vid"));
  const byLabel = (step: Segment) =>
    all().find(({ label }) => label === textArgument(step, "versionlabel"));
  if (hasArguments(segment)) return versionResource(session, list, row, byId(segment));
  const forget =
    (
      name: string,
      found: (step: Segment) => FileVersion | undefined,
      work: typeof recycleVersion = deleteVersion,
    ) =>
    (step: Segment): Resource => ({
      post: () => {
        mayDelete(session, list, row);
        work(session, list, row, known(found(step)));
        return nothing(name);
      },
    });
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.FileVersions",
      entities: all().map((version) => fileVersionEntity(session, row, version)),
    }),
    steps: {
      getbyid: (step) => versionResource(session, list, row, byId(step)),
      getbylabel: (step) => versionResource(session, list, row, byLabel(step)),
      deletebyid: forget("DeleteByID", byId),
      recyclebyid: forget("RecycleByID", byId, recycleVersion),
      deletebylabel: forget("DeleteByLabel", byLabel),
      recyclebylabel: forget("RecycleByLabel", byLabel, recycleVersion),
      deleteall: () => ({ post: () => forgetAll(session, list, row) }),
      restorebylabel: (step) => ({
        post: () => {
          requireWrite(session, list, row, right.editListItems);
          restoreVersion(session, list, row, known(byLabel(step)));
          return nothing("RestoreByLabel");
        },
      }),
    },
  };
}

function forgetAll(session: Session, list: List, row: Row): Answer {
  mayDelete(session, list, row);
  for (const version of fileVersions(session, list, row))
    deleteVersion(session, list, row, version);
  return nothing("DeleteAll");
}

function versionResource(
  session: Session,
  list: List,
  row: Row,
  found: FileVersion | undefined,
): Resource {
  const version = known(found);
  return entityResource(() => fileVersionEntity(session, row, version), {
    delete: () => {
      mayDelete(session, list, row);
      deleteVersion(session, list, row, version);
      return done;
    },
    steps: {
      $value: () => ({
        get: (request) => {
          session.access.require(number(row, "scope"), right.openItems);
          return bytesAnswer(readBlob(session.database, version.blob), request);
        },
      }),
    },
  });
}

function mayDelete(session: Session, list: List, row: Row): void {
  requireWrite(session, list, row, right.deleteVersions | right.editListItems);
}

function known(version: FileVersion | undefined): FileVersion {
  if (!version) throw itemMissing();
  return version;
}

function nothing(name: string): Answer {
  return { kind: "null", name };
}
