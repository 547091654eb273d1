import { fileURLToPath } from "node:url";
import { Router } from "express";

const root = fileURLToPath(new URL("./about/", import.meta.url));

/** What the manifest's addresses for privacy and terms of use show to anybody, signed in or not. */
const pages = { "/privacy": "privacy.html", "/terms": "terms.html", "/about.css": "about.css" };

export function aboutPages(): Router {
  const router = Router();
  for (const [path, file] of Object.entries(pages)) {
    router.get(path, (_request, response) => {
      response
        .set(
          "content-security-policy",
          "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        )
        .set("cache-control", "no-cache")
        .set("referrer-policy", "no-referrer")
        .set("x-content-type-options", "nosniff")
        .sendFile(file, { root });
    });
  }
  return router;
}
