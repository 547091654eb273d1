import { createServer } from "node:http";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import express from "express";
import { appKey } from "./app-key.ts";
import { botClientId, tabClientId } from "./apps.ts";
import { runToEnd } from "./children.ts";
import { tenant } from "./people.ts";
import { openAuthority } from "./sign-in/authority.ts";
import { signInRoutes } from "./sign-in/routes.ts";
import { sharePointCallers } from "./sign-in/sharepoint-callers.ts";
import type { Caller } from "./sharepoint/service.ts";

/** Who the bearer of a token of the app is, while the lists are being made; nobody before and after. */
type AppCallers = (bearer: string) => Promise<Caller | undefined>;

export interface Provisioning {
  readonly callers: AppCallers;
  /** Makes the lists of a plan on that site by the product's own command. Rejects with what the command said. */
  run(sharePointOrigin: string, sitePath: string): Promise<void>;
}

const nobody: AppCallers = async () => undefined;

/** The product's own provisioning of a site that serves alone: with a sign-in that lives as long as it takes. */
export function provisioning(dataFolder: string): Provisioning {
  let callers = nobody;
  return {
    callers: (bearer) => callers(bearer),
    async run(sharePointOrigin, sitePath) {
      const key = await appKey(dataFolder);
      const web = express();
      const server = createServer(web).listen(0, "127.0.0.1");
      await once(server, "listening");
      const address = server.address();
      if (!address || typeof address === "string") throw new Error("Not listening on a port.");
      const origin = `http://127.0.0.1:${address.port}`;
      const authority = await openAuthority({ origin, dataFolder });
      const apps = { tabClientId, botClientId, botPublicKey: key.publicKey, sharePointOrigin };
      web.use("/sign-in", signInRoutes(authority, apps));
      callers = sharePointCallers(authority, apps);
      const environment = {
        ...process.env,
        SHAREPOINT_SITE_URL: `${sharePointOrigin}${sitePath}`,
        AUTHORITY: authority.base,
        TENANT_ID: tenant.id,
        BOT_CLIENT_ID: botClientId,
        BOT_PRIVATE_KEY_FILE: key.file,
      };
      try {
        const program = fileURLToPath(new URL("../cli/main.ts", import.meta.url));
        await runToEnd(program, ["provision"], {
          environment,
          signal: new AbortController().signal,
        });
      } finally {
        callers = nobody;
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
