import {
  keptBySite,
  methodNotAllowed,
  notImplemented,
  queryInvalid,
  SharePointError,
} from "../errors.ts";
import { hasArguments, parseAddress, type Segment } from "../odata/address.ts";
import {
  metadataWanted,
  writeAnswer,
  writeError,
  type Form,
  type Written,
} from "../odata/write-answer.ts";
import type { Answer } from "../odata/entity.ts";
import { HandshakeWanted } from "../hooks/handshake.ts";
import { follow, type Resource } from "../resources/resource.ts";
import { rootResource } from "../resources/root.ts";
import type { Session } from "../session.ts";
import { readBody, type ApiRequest } from "./request.ts";

/**
 * Answers one call. Whatever goes wrong is written as SharePoint writes errors;
 * only HandshakeWanted is thrown, where a webhook's address must prove itself first.
 */
export function dispatch(session: Session, request: ApiRequest): Written {
  const { path, query, accept } = request;
  if (/odata\s*=\s*"?fullmetadata/i.test(accept ?? ""))
    return writeError(notImplemented("Accept", "odata=fullmetadata"), "minimal");
  const metadata = metadataWanted(accept);
  const form: Form = { metadata, api: session.site.api, path, query };
  try {
    const run = () => writeAnswer(call(session, request), form);
    return request.method === "GET" ? run() : session.database.transaction(run);
  } catch (error) {
    if (error instanceof HandshakeWanted) throw error;
    return writeError(asSharePointError(error), metadata);
  }
}

function call(session: Session, request: ApiRequest): Answer {
  const segments = parseAddress(request.path, request.query.parameters);
  const meant = intended(segments, request);
  const resource = find(session, meant.segments);
  const verb = resource && (verbOf(resource, meant.method) ?? deedOf(resource, meant));
  if (verb) return verb(request);
  const last = meant.segments.at(-1);
  const read = meant.method === "POST" && isReadingMethod(last) && resource?.get;
  if (!read) throw unanswered(resource, meant, request);
  takesNothing(last, request);
  return read(request);
}

/** What only does something cannot be read; everything else that leads nowhere is not here. */
function unanswered(
  resource: Resource | undefined,
  { method, segments }: Intended,
  { path }: ApiRequest,
) {
  return method === "GET" && resource?.post
    ? methodNotAllowed(method, segments.at(-1)?.name ?? "")
    : notImplemented(method, `_api/${path}`);
}

interface Intended {
  readonly segments: readonly Segment[];
  readonly method: string;
}

/** `POST …/deleteObject()` is how clients that know no verbs say DELETE. */
function intended(segments: readonly Segment[], { method }: ApiRequest): Intended {
  const isDeletion = method === "POST" && segments.at(-1)?.key === "deleteobject";
  return isDeletion ? { segments: segments.slice(0, -1), method: "DELETE" } : { segments, method };
}

/** Some clients say DELETE where they recycle, or call a method that deletes. */
function deedOf(resource: Resource, { segments, method }: Intended) {
  const deletes = /^(?:recycle|delete)/.test(segments.at(-1)?.key ?? "");
  return method === "DELETE" && deletes ? resource.post : undefined;
}

/** `getByTitle('Actions')` and the like: SharePoint lets methods that only read be posted, too. */
function isReadingMethod(segment: Segment | undefined): boolean {
  return segment !== undefined && /(?:^|\.)(?:get|does)/.test(segment.key) && hasArguments(segment);
}

/** Whoever posts a change to such a method, and forgot to say MERGE, is told so as SharePoint does. */
function takesNothing(segment: Segment | undefined, request: ApiRequest): void {
  const [name] = Object.keys(readBody(request));
  if (name !== undefined)
    throw queryInvalid(`The parameter ${name} does not exist in method ${segment?.name ?? ""}.`);
}

function find(session: Session, segments: readonly Segment[]): Resource | undefined {
  let resource: Resource | undefined = rootResource(session);
  for (const segment of segments) resource = resource && follow(resource, segment);
  return resource;
}

function verbOf(resource: Resource, method: string) {
  switch (method) {
    case "GET":
      return resource.get;
    case "POST":
      return resource.post;
    case "MERGE":
    case "PATCH":
      return resource.merge;
    case "PUT":
      return resource.put;
    case "DELETE":
      return resource.delete;
    default:
      return undefined;
  }
}

/** What the site keeps itself is a view of other tables; SQLite refuses whatever would change it. */
function isOfView(error: unknown): boolean {
  return (
    error instanceof Error &&
    /because it is a view|to a view|views may not be indexed|DROP VIEW/i.test(error.message)
  );
}

/** Anything unforeseen is still told in SharePoint's words, without anything of ours in them. */
function asSharePointError(error: unknown): SharePointError {
  if (error instanceof SharePointError) return error;
  if (isOfView(error)) return keptBySite();
  process.emitWarning(error instanceof Error ? error : String(error));
  return new SharePointError(
    500,
    "-1, System.InvalidOperationException",
    "Something unforeseen happened in the local SharePoint service.",
  );
}
