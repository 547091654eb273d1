import type { RequestHandler } from "express";
import { RequestRefused } from "./request-refused.ts";

/**
 * Answers only under its own name: a foreign host name that somebody lets resolve to 127.0.0.1
 * (DNS rebinding) would otherwise make any website one with this page.
 */
export function ownHostOnly(origin: string): RequestHandler {
  const { host } = new URL(origin);
  return (request, _response, next) => {
    if (request.headers.host === host) return next();
    next(
      new RequestRefused(421, "MisdirectedRequest", `This is ${origin}. Open it by that address.`),
    );
  };
}

/**
 * For what acts or speaks in a person's name: only scripts of the Teams page itself. The browser
 * says where a request comes from; one that brings neither sign is refused too.
 */
export function ownPageOnly(origin: string): RequestHandler {
  return (request, _response, next) => {
    const { origin: from, "sec-fetch-site": site } = request.headers;
    const foreign =
      (from !== undefined && from !== origin) || (site ?? "same-origin") !== "same-origin";
    const known = from === origin || site === "same-origin";
    if (known && !foreign) return next();
    next(new RequestRefused(403, "Forbidden", "Only the Teams page itself may ask for this."));
  };
}
