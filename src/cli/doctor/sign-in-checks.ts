import { z } from "zod";
import type { AppToken } from "#server/app-token.ts";
import type { ServerConfiguration } from "#server/configuration.ts";
import { type Check, fine, wrong } from "./finding.ts";

const keysRead = "The tenant's sign-in keys can be read";

/** What everything on the site rests on. */
export const tokenForSharePoint = "The app gets a token for SharePoint";

const metadata = z.object({ issuer: z.string(), jwks_uri: z.string() });

/** Entra and the Bot Framework: their keys can be read, and the app's certificate gets it tokens. */
export function signInChecks(
  configuration: ServerConfiguration,
  token: AppToken,
): readonly Check[] {
  const { AUTHORITY, TENANT_ID, BOT_OPENID_METADATA_URL, TAB_CLIENT_ID, BOT_CLIENT_ID } =
    configuration;
  return [
    {
      claim: "Tab and bot are two Entra applications",
      todo: "Register the second one: docs/deploy.md, step 1.",
      look: async () =>
        TAB_CLIENT_ID === BOT_CLIENT_ID
          ? wrong(
              "TAB_CLIENT_ID and BOT_CLIENT_ID are the same, so that a tab's token would pass for the bot's.",
              "Register a second application: docs/deploy.md, step 1.",
            )
          : fine,
    },
    {
      claim: keysRead,
      todo: "Check TENANT_ID and AUTHORITY, and that this machine reaches them.",
      look: async () =>
        published(`${AUTHORITY}/${TENANT_ID}/v2.0/.well-known/openid-configuration`),
    },
    {
      claim: "The Bot Framework's keys can be read",
      todo: "Check BOT_OPENID_METADATA_URL, and that this machine reaches it.",
      look: async () => published(BOT_OPENID_METADATA_URL),
    },
    {
      claim: tokenForSharePoint,
      needs: keysRead,
      todo: "Upload the certificate to the bot's application, set BOT_CERTIFICATE_THUMBPRINT, and grant Sites.Selected: docs/deploy.md, steps 2 and 3.",
      look: async () => {
        await token(new URL(configuration.SHAREPOINT_SITE_URL).origin);
        return fine;
      },
    },
    {
      claim: "The app gets a token for the Bot Framework",
      needs: keysRead,
      todo: "Check that the bot is registered with BOT_CLIENT_ID: docs/deploy.md, step 5.",
      look: async () => {
        await token("https://api.botframework.com");
        return fine;
      },
    },
  ];
}

async function published(address: string) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) });
  const read = metadata.safeParse(await answer.json().catch(() => undefined));
  if (answer.ok && read.success) return fine;
  return wrong(
    `${address} answers ${answer.status} and no keys.`,
    "Check TENANT_ID and the address.",
  );
}
