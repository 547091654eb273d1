import { queryInvalid } from "../errors.ts";
import { isObject, parseJson, type Json } from "../json.ts";
import type { ApiRequest } from "./request.ts";

const text = new TextDecoder();

/**
 * Verbose callers say of what type the entity is that they send. Throws 400 where that is none of the types it may
 * be, and where a body in verbose form says nothing.
 */
export function refuseOtherTypes(request: ApiRequest, types: readonly string[]): void {
  const verbose = /odata\s*=\s*verbose/i.test(request.contentType ?? "");
  const body = text.decode(request.body);
  if (!verbose && !body.includes('"__metadata"')) return;
  const type = typeSent(body);
  if (type === undefined && verbose)
    throw queryInvalid(
      "An entry without a type name was found, but no expected type was specified. To allow entries without type information, the expected type must also be specified when the model is specified.",
    );
  if (type !== undefined && !types.includes(type))
    throw queryInvalid(
      `A type named '${type}' could not be resolved by the model. When a model is available, each type name must resolve to a valid type.`,
    );
}

function typeSent(body: string): string | undefined {
  const about = tryParse(body)?.["__metadata"];
  const type = about !== undefined && isObject(about) ? about["type"] : undefined;
  return typeof type === "string" ? type : undefined;
}

function tryParse(body: string) {
  try {
    const json: Json = parseJson(body);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
