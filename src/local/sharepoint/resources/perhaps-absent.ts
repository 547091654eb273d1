import { directoryMissing, SharePointError } from "../errors.ts";
import type { ApiRequest } from "../http/request.ts";
import type { Answer } from "../odata/entity.ts";
import type { Resource } from "./resource.ts";

/**
 * A file or folder by its path. Where there is none, `$select=Exists` is still answered, with false, as SharePoint
 * does; anything else is 404, with a code of its own for what was to be done inside a folder.
 */
export function perhapsAbsent(type: "SP.File" | "SP.Folder", find: () => Resource): Resource {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof SharePointError) || error.status !== 404) throw error;
    const answer = ({ query }: ApiRequest): Answer => {
      if (!asksWhetherItExists(query.shape)) throw error;
      return {
        kind: "entity",
        entity: { type, path: "Web", properties: { Exists: false } },
      };
    };
    const missing = (): never => {
      throw error;
    };
    const inside = (): never => {
      throw type === "SP.Folder" ? directoryMissing() : error;
    };
    return {
      get: answer,
      post: missing,
      merge: missing,
      put: missing,
      delete: missing,
      entity: inside,
    };
  }
}

function asksWhetherItExists({ select, expand }: ApiRequest["query"]["shape"]): boolean {
  return select.length === 1 && select[0] === "Exists" && expand.size === 0;
}
