import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { accessDenied } from "../errors.ts";
import { parseQuery } from "../odata/query.ts";
import { metadataWanted, writeError, type Written } from "../odata/write-answer.ts";
import { momentOf, type Session } from "../session.ts";
import { Faults, type Trouble } from "../trouble/faults.ts";
import { contextsProved } from "../trouble/contexts-proved.ts";
import { answerFaults, faultsPath, tooBusy } from "../trouble/faults-route.ts";
import { apiPlace, csomPath, enterWeb } from "../webs/web-book.ts";
import { answerCsom } from "../csom/answer-csom.ts";
import { answerBatch } from "./batch.ts";
import { bodyLimit, readAll } from "./body.ts";
import { allowOrigin, answerPreflight } from "./cors.ts";
import { answerCall } from "./answer-call.ts";
import type { Part } from "./multipart.ts";
import { elsewhere, missing, notOfSite, unauthorised, unforeseen } from "./refusals.ts";
import { refusedFirst } from "./refused-first.ts";
import { answerUnreadable } from "./unreadable.ts";
import type { ApiRequest } from "./request.ts";

export interface Seen {
  readonly method: string;
  readonly url: string;
  /** The login name, where somebody was recognised. */
  readonly caller: string | undefined;
  /** 0 where the connection ended without an answer. */
  readonly status: number;
}

export interface Front {
  /** Server relative, as `/sites/plan`. */
  readonly sitePath: string;
  /** Whose token this is; undefined is nobody's. */
  readonly open: (bearer: string) => Promise<Session | undefined>;
  readonly onRequest: ((seen: Seen) => void) | undefined;
}

type Troubled = Front & { readonly faults: Faults };

/** An answer, and whether the connection ends in the middle of it. */
type Sent = Written & { readonly half?: boolean };

/** The HTTP side: CORS, tokens, bodies, batches. What a call means is none of its business. */
export function createHttpServer(front: Front): Server {
  const troubled = { ...front, faults: new Faults() };
  const server = createServer((request, response) => {
    void answer(troubled, request, response);
  });
  return server.on("clientError", answerUnreadable);
}

async function answer(
  front: Troubled,
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
    hasHungUp(request)
      ? undefined
      : writeError(unforeseen(error), metadataWanted(request.headers.accept)),
  );
  if (written) send(response, written);
  else request.socket.destroy();
  front.onRequest?.({
    method: request.method ?? "",
    url: request.url ?? "",
    caller,
    status: written?.status ?? 0,
  });
}

const hasHungUp = (request: IncomingMessage) => request.destroyed && !request.complete;

/** Answers nothing where the connection is to be dropped. */
async function respond(
  front: Troubled,
  request: IncomingMessage,
  known: (session: Session) => void,
): Promise<Sent | undefined> {
  const [path, query] = splitOnce(request.url ?? "/", "?");
  const place = apiPlace(path, front.sitePath);
  const forFaults = path === faultsPath;
  if (!forFaults && !place) return elsewhere(request, path);
  const session = await identify(front, request);
  if (!session) return unauthorised(request);
  known(session);
  if (forFaults || !place) return changeFaults(front, session, request);
  const inside = enterWeb(session, place.web);
  if (!inside) return missing(path);
  return meetTrouble(front, inside, request, { path: place.rest, query });
}

async function meetTrouble(
  front: Troubled,
  session: Session,
  request: IncomingMessage,
  { path, query }: { readonly path: string; readonly query: string },
): Promise<Sent | undefined> {
  const method = verbOf(request);
  const acrs = contextsProved(request.headers.authorization);
  const asked = { method, path: `${path}?${query}`, person: session.caller.login, acrs };
  const trouble = front.faults.meet(asked);
  if (trouble.delay > 0) await setTimeout(trouble.delay);
  const refused = refusedFirst(trouble, request);
  if (refused) return refused;
  if (trouble.drop === "before") return undefined;
  const body = await readAll(request, bodyLimit(path), trouble.bytesPerSecond);
  const written = await act(front, afterWaiting(session), trouble, {
    method,
    path,
    query: parseQuery(query),
    accept: request.headers.accept,
    contentType: request.headers["content-type"],
    ifMatch: request.headers["if-match"],
    range: request.headers.range,
    body,
  });
  if (trouble.drop === "after") return undefined;
  const headers = { ...written.headers, ...trouble.headers };
  return { ...written, headers, half: trouble.drop === "half-way" };
}

/** Rights may have changed while the body came in, and what is written now is of now: items are numbered in that order. */
function afterWaiting(session: Session): Session {
  return {
    ...session,
    ...momentOf(new Date()),
    access: session.site.accessBook.of(session.caller),
  };
}

async function act(
  front: Front,
  session: Session,
  { half }: Trouble,
  request: ApiRequest,
): Promise<Written> {
  const path = request.path.toLowerCase();
  if (path === csomPath && request.method === "POST")
    return answerCsom(session, new TextDecoder().decode(request.body));
  if (path !== "$batch" || request.method !== "POST") return answerCall(session, request);
  const text = new TextDecoder().decode(request.body);
  return answerBatch(text, request.contentType ?? "", async (part, place, count) =>
    half?.of(count).has(place)
      ? writeError(tooBusy(half.status), metadataWanted(part.headers.get("accept")))
      : dispatchPart(front, session, part),
  );
}

async function changeFaults(
  { faults }: Troubled,
  session: Session,
  request: IncomingMessage,
): Promise<Written> {
  if (!session.caller.siteAdmin) return writeError(accessDenied(), "minimal");
  const body = await readAll(request, bodyLimit(faultsPath));
  return answerFaults(faults, request.method ?? "GET", body);
}

async function dispatchPart(front: Front, session: Session, part: Part): Promise<Written> {
  const accept = part.headers.get("accept");
  try {
    const { web, ...request } = partRequest(front, part, accept);
    const inside = enterWeb(afterWaiting(session), web);
    if (!inside) throw notOfSite(part.url);
    return await answerCall(inside, request);
  } catch (error) {
    return writeError(unforeseen(error), metadataWanted(accept));
  }
}

function partRequest(
  front: Front,
  part: Part,
  accept: string | undefined,
): ApiRequest & { readonly web: string } {
  const [address, query] = splitOnce(part.url, "?");
  const path = address.replace(/^https?:\/\/[^/]+/i, "");
  const place = apiPlace(path, front.sitePath);
  if (!place) throw notOfSite(path);
  return {
    web: place.web,
    method: part.headers.get("x-http-method")?.toUpperCase() ?? part.method,
    path: place.rest,
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

function verbOf(request: IncomingMessage): string {
  const meant = request.headers["x-http-method"];
  return typeof meant === "string" && request.method === "POST"
    ? meant.toUpperCase()
    : (request.method ?? "GET");
}

function send(response: ServerResponse, { status, headers, body, half = false }: Sent): void {
  response.writeHead(status, {
    ...headers,
    "Content-Length": typeof body === "string" ? Buffer.byteLength(body) : body.length,
    "Cache-Control": "private, max-age=0",
    ...(status === 413 ? { Connection: "close" } : {}),
    "X-SharePointHealthScore": "0",
    "X-SP-SERVERSTATE": "ReadOnly=0",
    "X-Content-Type-Options": "nosniff",
    SPRequestGuid: randomUUID(),
  });
  if (!half) response.end(body);
  else response.write(body.slice(0, body.length / 2), () => response.destroy());
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
