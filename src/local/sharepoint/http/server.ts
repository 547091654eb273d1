import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { randomUUID } from "node:crypto";
import { SharePointError } from "../errors.ts";
import { decode, parseQuery } from "../odata/query.ts";
import { metadataWanted, writeError, type Written } from "../odata/write-answer.ts";
import type { Session } from "../session.ts";
import { answerBatch } from "./batch.ts";
import { bodyLimit, readAll } from "./body.ts";
import { allowOrigin, answerPreflight } from "./cors.ts";
import { dispatch } from "./dispatch.ts";
import type { Part } from "./multipart.ts";
import type { ApiRequest } from "./request.ts";

export interface Seen {
  readonly method: string;
  readonly url: string;
  /** The login name, where somebody was recognised. */
  readonly caller: string | undefined;
  readonly status: number;
}

export interface Front {
  /** Server relative, as `/sites/plan`. */
  readonly sitePath: string;
  /** Whose token this is; undefined is nobody's. */
  readonly open: (bearer: string) => Promise<Session | undefined>;
  readonly onRequest: ((seen: Seen) => void) | undefined;
}

/** The HTTP side: CORS, tokens, bodies, batches. What a call means is none of its business. */
export function createHttpServer(front: Front): Server {
  return createServer((request, response) => {
    void answer(front, request, response);
  });
}

async function answer(
  front: Front,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  allowOrigin(request, response);
  if (request.method === "OPTIONS") {
    answerPreflight(request, response);
    return;
  }
  let caller: string | undefined;
  const known = (session: Session) => {
    caller = session.caller.login;
  };
  const written = await respond(front, request, known).catch((error: unknown) =>
    writeError(unforeseen(error), metadataWanted(request.headers.accept)),
  );
  send(response, written);
  front.onRequest?.({
    method: request.method ?? "",
    url: request.url ?? "",
    caller,
    status: written.status,
  });
}

async function respond(
  front: Front,
  request: IncomingMessage,
  known: (session: Session) => void,
): Promise<Written> {
  const [path, query] = splitOnce(request.url ?? "/", "?");
  const api = `${front.sitePath}/_api/`.toLowerCase();
  if (!path.toLowerCase().startsWith(api)) return missing(path);
  const body = await readAll(request, bodyLimit(path));
  const session = await identify(front, request);
  if (!session) return unauthorised(request);
  known(session);
  const rest = path.slice(api.length);
  if (rest.toLowerCase() === "$batch" && request.method === "POST")
    return answerBatch(
      new TextDecoder().decode(body),
      request.headers["content-type"] ?? "",
      (part) => dispatchPart(front, session, part),
    );
  return dispatch(session, {
    method: verbOf(request),
    path: decode(rest.replaceAll("+", "%2B")),
    query: parseQuery(query),
    accept: request.headers.accept,
    contentType: request.headers["content-type"],
    ifMatch: request.headers["if-match"],
    body,
  });
}

function dispatchPart(front: Front, session: Session, part: Part): Written {
  const accept = part.headers.get("accept");
  try {
    const access = session.site.accessBook.of(session.caller);
    return dispatch({ ...session, access }, partRequest(front, part, accept));
  } catch (error) {
    return writeError(unforeseen(error), metadataWanted(accept));
  }
}

function partRequest(front: Front, part: Part, accept: string | undefined): ApiRequest {
  const [address, query] = splitOnce(part.url, "?");
  const path = address.replace(/^https?:\/\/[^/]+/i, "");
  const api = `${front.sitePath}/_api/`;
  if (!path.toLowerCase().startsWith(api.toLowerCase()))
    throw new SharePointError(404, "-1, System.ArgumentException", `${path} is not of this site.`);
  return {
    method: part.headers.get("x-http-method")?.toUpperCase() ?? part.method,
    path: decode(path.slice(api.length).replaceAll("+", "%2B")),
    query: parseQuery(query),
    accept,
    contentType: part.headers.get("content-type"),
    ifMatch: part.headers.get("if-match"),
    body: new TextEncoder().encode(part.body),
  };
}

async function identify(front: Front, request: IncomingMessage): Promise<Session | undefined> {
  const token = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  return token === undefined ? undefined : front.open(token);
}

/** As SharePoint refuses tokens: before any form of the answer is thought of. */
function unauthorised(request: IncomingMessage): Written {
  const given = request.headers.authorization !== undefined;
  return {
    status: 401,
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "WWW-Authenticate": 'Bearer realm="local", error="invalid_token"',
    },
    body: JSON.stringify({
      error: given ? "invalid_token" : "invalid_request",
      error_description: given ? "Invalid issuer or signature." : "No security token was sent.",
    }),
  };
}

function missing(path: string): Written {
  return {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
    body: `There is nothing at ${path}. This service answers the interface of one site only.`,
  };
}

function verbOf(request: IncomingMessage): string {
  const meant = request.headers["x-http-method"];
  return typeof meant === "string" && request.method === "POST"
    ? meant.toUpperCase()
    : (request.method ?? "GET");
}

function send(response: ServerResponse, { status, headers, body }: Written): void {
  const content = typeof body === "string" ? Buffer.from(body) : body;
  response.writeHead(status, {
    ...headers,
    "Content-Length": content.length,
    "Cache-Control": "private, max-age=0",
    ...(status === 413 ? { Connection: "close" } : {}),
    "X-SharePointHealthScore": "0",
    "X-Content-Type-Options": "nosniff",
    SPRequestGuid: randomUUID(),
  });
  response.end(content);
}

function unforeseen(error: unknown): SharePointError {
  if (error instanceof SharePointError) return error;
  process.emitWarning(error instanceof Error ? error : String(error));
  return new SharePointError(
    500,
    "-1, System.InvalidOperationException",
    "Something unforeseen happened in the local SharePoint service.",
  );
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
