import type { IncomingMessage } from "node:http";
import { notImplemented, SharePointError } from "../errors.ts";
import { metadataWanted, writeError, type Written } from "../odata/write-answer.ts";

/** A part of a batch that names another site. */
export function notOfSite(path: string): SharePointError {
  return new SharePointError(404, "-1, System.ArgumentException", `${path} is not of this site.`);
}

/** As SharePoint refuses tokens: before any form of the answer is thought of. */
export function unauthorised(request: IncomingMessage): Written {
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

/**
 * As SharePoint refuses a token that does not prove enough (learn.microsoft.com: Claims challenges, claims requests and
 * client capabilities): it says what the next one has to prove.
 */
export function insufficient(acrs: string): Written {
  const wanted = { access_token: { acrs: { essential: true, value: acrs } } };
  const claims = Buffer.from(JSON.stringify(wanted)).toString("base64");
  return {
    status: 401,
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "WWW-Authenticate": `Bearer realm="local", error="insufficient_claims", claims="${claims}"`,
    },
    body: JSON.stringify({ error: "insufficient_claims" }),
  };
}

/** As a network answers that wants people to sign in to it first. */
export const webPage: Written = {
  status: 200,
  headers: { "Content-Type": "text/html; charset=utf-8" },
  body: "<!doctype html><title>Sign in</title><h1>Sign in to this network</h1>",
};

/** What stands outside the site: no form of SharePoint's answers fits it. */
export function missing(path: string): Written {
  return {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
    body: `There is nothing at ${path}. This service answers the interface of one site only.`,
  };
}

/** What does not stand below `_api`: another interface of SharePoint's is named, anything else is nothing. */
export function elsewhere(request: IncomingMessage, path: string): Written {
  if (!/\/(?:_vti_bin|_layouts|_vti_history|_catalogs)\//i.test(path)) return missing(path);
  return writeError(
    notImplemented(request.method ?? "GET", path),
    metadataWanted(request.headers.accept),
  );
}

/** An error of ours keeps its shape; any other is told to the process and answered as SharePoint answers its own. */
export function unforeseen(error: unknown): SharePointError {
  if (error instanceof SharePointError) return error;
  process.emitWarning(error instanceof Error ? error : String(error));
  return new SharePointError(
    500,
    "-1, System.InvalidOperationException",
    "Something unforeseen happened in the local SharePoint service.",
  );
}
