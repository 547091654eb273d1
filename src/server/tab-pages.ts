import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import compression from "compression";
import express, { Router } from "express";
import type { ServerConfiguration } from "./configuration.ts";

/** Hosts of Microsoft 365 that may show the tab in a frame (learn.microsoft.com: tab content security policy). */
const teamsHosts = [
  "https://*.cloud.microsoft",
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://*.microsoft365.com",
  "https://*.office.com",
  "https://outlook.office.com",
  "https://outlook.office365.com",
];

/** The built tab at `/tab/`: its page carries the configuration and a nonce; files with a hash in the name never change. */
export function tabPages(configuration: ServerConfiguration, folder: string): Router {
  const router = Router();
  // A quarter of the bytes over a hospital's line; Brotli where the browser takes it.
  router.use(compression());
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { immutable: true, maxAge: "1y", index: false }),
  );
  router.use("/assets", (_request, response) => {
    response.status(404).type("text").send("This file is not part of the tab. Reload the page.");
  });
  router.get("/{*page}", async (_request, response) => {
    const page = await readFile(join(folder, "index.html"), "utf8");
    const nonce = randomBytes(16).toString("base64");
    response
      .set("content-security-policy", contentSecurityPolicy(configuration, nonce))
      .set("cache-control", "no-cache")
      .set("referrer-policy", "no-referrer")
      .set("x-content-type-options", "nosniff")
      .type("html")
      .send(filled(page, { nonce, configuration: tabConfiguration(configuration) }));
  });
  return router;
}

function contentSecurityPolicy(configuration: ServerConfiguration, nonce: string): string {
  const { SHAREPOINT_SITE_URL, AUTHORITY, TEAMS_HOST_ORIGINS } = configuration;
  const origins = [SHAREPOINT_SITE_URL, AUTHORITY].map((each) => new URL(each).origin);
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${origins.join(" ")}`,
    `frame-ancestors ${[...teamsHosts, ...TEAMS_HOST_ORIGINS].join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** What the tab has to know of its tenant; nothing here is secret. */
function tabConfiguration(configuration: ServerConfiguration): object {
  return {
    siteUrl: configuration.SHAREPOINT_SITE_URL,
    sharePointScope: `${new URL(configuration.SHAREPOINT_SITE_URL).origin}/AllSites.Write`,
    authority: configuration.AUTHORITY,
    tenantId: configuration.TENANT_ID,
    clientId: configuration.TAB_CLIENT_ID,
    apiScope: `api://${configuration.TAB_CLIENT_ID}/access_as_user`,
    apiUrl: `${configuration.BASE_URL}/api`,
    hostOrigins: configuration.TEAMS_HOST_ORIGINS,
    appId: configuration.TEAMS_APP_ID,
  };
}

const slots = {
  configuration: '<script type="application/json" id="configuration"></script>',
  nonce: '<meta name="csp-nonce" content="" />',
  styles: '<style nonce="">',
};

/** A page without its slots would run unconfigured, so that is an error at start rather than in somebody's browser. */
function filled(
  page: string,
  { nonce, configuration }: { readonly nonce: string; readonly configuration: object },
): string {
  for (const slot of Object.values(slots)) {
    if (!page.includes(slot))
      throw new Error(`The tab's page has no ${slot}. Build it anew: npm run build`);
  }
  // "<" would let a value end the script element.
  const json = JSON.stringify(configuration).replaceAll("<", String.raw`\u003c`);
  return page
    .replace(slots.nonce, () => slots.nonce.replace('content=""', `content="${nonce}"`))
    .replace(slots.styles, () => slots.styles.replace('""', `"${nonce}"`))
    .replace(slots.configuration, () => slots.configuration.replace("></", `>${json}</`));
}
