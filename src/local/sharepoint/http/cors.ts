import type { IncomingMessage, ServerResponse } from "node:http";

const allowedHeaders = [
  "authorization",
  "accept",
  "content-type",
  "if-match",
  "x-http-method",
  "x-requestdigest",
  "x-clientservice-clienttag",
  "x-pnpjs-requestid",
].join(", ");
const exposedHeaders = [
  "ETag",
  "Retry-After",
  "RateLimit-Limit",
  "RateLimit-Remaining",
  "RateLimit-Reset",
  "SPRequestGuid",
  "WWW-Authenticate",
].join(", ");

/** Lets any origin read answers to calls with a bearer token: no cookie stands behind them. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Vary", "Origin");
  response.setHeader("Access-Control-Expose-Headers", exposedHeaders);
}

/** Answers a preflight. Headers that PnPjs may come to send are allowed by their prefix. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  const asked = request.headers["access-control-request-headers"] ?? "";
  const extra = asked
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => /^x-[a-z0-9-]+$/.test(name));
  response.writeHead(204, {
    "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE, MERGE, OPTIONS",
    "Access-Control-Allow-Headers": [allowedHeaders, ...extra].join(", "),
    "Access-Control-Max-Age": "3600",
  });
  response.end();
}
