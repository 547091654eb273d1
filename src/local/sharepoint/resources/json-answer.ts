import type { JsonObject } from "../json.ts";
import type { Answer } from "../odata/entity.ts";

/** Calls that answer a text of their own making go around OData, whatever metadata was asked for. */
export function jsonAnswer(content: JsonObject): Answer {
  return {
    kind: "bytes",
    content: new TextEncoder().encode(JSON.stringify(content)),
    contentType: "application/json; charset=utf-8",
  };
}
