import type { z } from "zod";
import { isObject, parseJson, type Json, type JsonObject } from "../json.ts";
import { argumentInvalid, propertyMissing } from "../errors.ts";
import type { Query } from "../odata/query.ts";

/** One call of the interface, whether it came alone or in a batch. */
export interface ApiRequest {
  /** The verb meant: `X-HTTP-Method` has been obeyed. */
  readonly method: string;
  /** The decoded path after `_api/`. */
  readonly path: string;
  readonly query: Query;
  readonly accept: string | undefined;
  readonly contentType: string | undefined;
  readonly ifMatch: string | undefined;
  /** `bytes=0-9`, where a part of a file is asked for. */
  readonly range?: string | undefined;
  readonly body: Uint8Array;
  /** The address of a webhook that has been asked to prove itself, and whether it did. */
  readonly handshake?: { readonly url: string; readonly echoed: boolean };
}

const text = new TextDecoder();

/** The body as an object. Throws 400 where it is none; an empty body is an empty object. */
export function readBody(request: ApiRequest): JsonObject {
  if (request.body.length === 0) return {};
  const body = tryParse(text.decode(request.body));
  if (isObject(body)) return plain(body);
  throw argumentInvalid("The request body is not a valid JSON object.");
}

/** Reads a body by its schema. Throws 400 naming what does not fit. */
export function parseBody<T>(schema: z.ZodType<T>, request: ApiRequest): T {
  const body = readBody(request);
  const asSent = schema.safeParse(body);
  if (asSent.success) return asSent.data;
  const result = schema.safeParse(withoutQuotes(body, asSent.error.issues));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === "unrecognized_keys") throw propertyMissing(issue.keys.join(", "));
  throw argumentInvalid(
    `The request body is not valid: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`,
  );
}

/** Some clients send `"true"` for true and `"100"` for 100; SharePoint takes them where only the bare word is meant. */
function withoutQuotes(body: JsonObject, issues: readonly z.core.$ZodIssue[]): JsonObject {
  return issues
    .filter(
      (issue) => issue.code === "invalid_type" && /^(?:boolean|number|int)$/.test(issue.expected),
    )
    .reduce((meant, issue) => replaceAt(meant, issue.path, bareWord), body);
}

const bareWord = (sent: Json): Json =>
  typeof sent === "string" && /^(?:true|false|-?\d+)$/i.test(sent)
    ? parseJson(sent.toLowerCase())
    : sent;

function replaceAt(
  body: JsonObject,
  [name, ...rest]: readonly PropertyKey[],
  change: (sent: Json) => Json,
): JsonObject {
  const sent = typeof name === "string" ? body[name] : undefined;
  if (typeof name !== "string" || sent === undefined) return body;
  if (rest.length === 0) return { ...body, [name]: change(sent) };
  return isObject(sent) ? { ...body, [name]: replaceAt(sent, rest, change) } : body;
}

function tryParse(body: string): Json {
  try {
    return parseJson(body);
  } catch {
    throw argumentInvalid("The request body is not valid JSON.");
  }
}

/** Verbose callers send `__metadata` and wrap lists in `results`; what they mean is the same. */
function plain(body: JsonObject): JsonObject {
  const meant = Object.entries(body).filter(
    ([name]) => name !== "__metadata" && !name.startsWith("odata.") && !name.includes("@odata."),
  );
  return Object.fromEntries(meant.map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: Json): Json {
  if (!isObject(value)) return isList(value) ? value.map(plainValue) : value;
  const results = value["results"];
  return results !== undefined && isList(results) ? results.map(plainValue) : plain(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
