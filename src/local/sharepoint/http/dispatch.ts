import { keptBySite, notImplemented, SharePointError } from "../errors.ts";
import { parseAddress } from "../odata/address.ts";
import {
  metadataWanted,
  writeAnswer,
  writeError,
  type Form,
  type Written,
} from "../odata/write-answer.ts";
import { HandshakeWanted } from "../hooks/handshake.ts";
import { follow, type Resource } from "../resources/resource.ts";
import { rootResource } from "../resources/root.ts";
import type { Session } from "../session.ts";
import type { ApiRequest } from "./request.ts";

/**
 * Answers one call. Whatever goes wrong is written as SharePoint writes errors;
 * only HandshakeWanted is thrown, where a webhook's address must prove itself first.
 */
export function dispatch(session: Session, request: ApiRequest): Written {
  const metadata = metadataWanted(request.accept);
  try {
    const run = () => writeAnswer(call(session, request), formOf(session, request));
    return request.method === "GET" ? run() : session.database.transaction(run);
  } catch (error) {
    if (error instanceof HandshakeWanted) throw error;
    return writeError(asSharePointError(error), metadata);
  }
}

function formOf({ site }: Session, { path, query, accept }: ApiRequest): Form {
  const address = `${site.api}/${encodeURI(path).replaceAll("#", "%23").replaceAll("?", "%3F")}`;
  return { metadata: metadataWanted(accept), api: site.api, address, query };
}

function call(session: Session, request: ApiRequest) {
  const resource = find(session, request);
  const verb = resource && verbOf(resource, request.method);
  if (!verb) throw notImplemented(request.method, `_api/${request.path}`);
  return verb(request);
}

function find(session: Session, request: ApiRequest): Resource | undefined {
  let resource: Resource | undefined = rootResource(session);
  for (const segment of parseAddress(request.path, request.query.parameters)) {
    resource = resource && follow(resource, segment);
  }
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
