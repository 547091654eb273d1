import { join } from "node:path";
import express, { Router } from "express";
import { personById } from "../people.ts";
import { RequestRefused } from "./request-refused.ts";

/** The built page, at `/` and at each person's addresses. */
export function pageFiles(folder: string, tabOrigin: string): Router {
  const router = Router();
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `frame-src ${tabOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  router.use("/assets", express.static(join(folder, "assets"), { immutable: true, maxAge: "1y" }));
  router.get(["/", "/as/:person", "/as/:person/*place"], (request, response) => {
    const { person } = request.params;
    if (person !== undefined && !personById(String(person)))
      throw new RequestRefused(404, "NotFound", "Nobody here goes by this address.");
    response.set({
      "content-security-policy": policy,
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    });
    response.sendFile("index.html", { root: folder });
  });
  return router;
}
