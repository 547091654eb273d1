import { fileMissing, folderMissing, refused } from "../errors.ts";
import type { ApiRequest } from "../http/request.ts";
import { hasArguments, textArgument, type Segment } from "../odata/address.ts";
import { done, type Answer, type Entity } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import {
  deleteFormFile,
  locationDefaultsFile,
  readFormFile,
  writeFormFile,
} from "../store/form-files.ts";
import { isLibrary, type List } from "../store/list.ts";
import { entityResource, type Resource } from "./resource.ts";

/** Whether this is where a library keeps its pages and the defaults of its columns. */
export function isFormsFolder(list: List, path: string): boolean {
  return isLibrary(list) && path.toLowerCase() === `${list.root}/Forms`.toLowerCase();
}

/** The Forms folder, as far as clients write to it: it takes the defaults of columns, and no other file. */
export function formsFolderResource(session: Session, list: List): Resource {
  const adding = (name: string) => (step: Segment) => ({
    post: (request: ApiRequest) => write(session, list, textArgument(step, name), request),
  });
  const at = (step: Segment) =>
    formFileResource(session, list, `${list.root}/Forms/${textArgument(step)}`);
  return {
    steps: {
      files: (segment) => {
        if (hasArguments(segment)) return at(segment) ?? missing();
        return {
          steps: {
            add: adding("url"),
            addusingpath: adding("decodedurl"),
            getbyurl: (step) => at(step) ?? missing(),
          },
        };
      },
    },
  };
}

/** A file in a library's Forms folder; undefined where the path leads elsewhere. */
export function formFileResource(session: Session, list: List, path: string): Resource | undefined {
  const slash = path.lastIndexOf("/");
  if (!isFormsFolder(list, path.slice(0, slash))) return undefined;
  const name = path.slice(slash + 1);
  const content = readFormFile(session.database, list, name);
  if (!content) throw fileMissing(path);
  const replace = (request: ApiRequest) => write(session, list, name, request);
  return entityResource(() => formFileEntity(list, name, content), {
    delete: () => {
      session.access.require(list.scope, right.manageLists);
      deleteFormFile(session.database, list, name);
      return done;
    },
    steps: {
      $value: () => ({
        get: () => ({ kind: "bytes", content, contentType: "application/octet-stream" }),
        put: replace,
        post: replace,
      }),
    },
  });
}

function write(session: Session, list: List, name: string, { body }: ApiRequest): Answer {
  session.access.require(list.scope, right.manageLists);
  if (name.toLowerCase() !== locationDefaultsFile.toLowerCase())
    throw refused(`The Forms folder takes ${locationDefaultsFile} and no other file here.`);
  writeFormFile(session.database, list, locationDefaultsFile, body);
  return { kind: "entity", entity: formFileEntity(list, locationDefaultsFile, body) };
}

function formFileEntity(list: List, name: string, content: Uint8Array): Entity {
  const path = `${list.root}/Forms/${name}`;
  return {
    type: "SP.File",
    path: `Web/GetFileByServerRelativePath(decodedurl='${path.replaceAll("'", "''")}')`,
    properties: {
      Exists: true,
      Length: String(content.length),
      Name: name,
      ServerRelativeUrl: path,
    },
  };
}

function missing(): never {
  throw folderMissing();
}
