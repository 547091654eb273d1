import { PUBLIC, withOverrides } from "@microsoft/teams.api";
import { App, ExpressAdapter } from "@microsoft/teams.apps";
import type { Express } from "express";
import type { BotConfiguration, Log } from "./bot-options.ts";
import { sdkLog } from "./sdk-log.ts";

/** Where the bot listens. */
export const messagingPath = "/api/messages";

/** How long the connector or the token service may take. */
const patienceMilliseconds = 10_000;

export interface SdkAppOptions {
  /** What it answers on once it is initialised. */
  readonly web: Express;
  readonly configuration: BotConfiguration;
  /** A token of the app itself for that scope. */
  readonly appToken: (scope: string) => Promise<string>;
  readonly log: Log;
}

/** The SDK's app with every check on; it sends to the configured service and nowhere else. */
export function sdkApp({ web, configuration, appToken, log }: SdkAppOptions): App {
  const { clientId, tenantId, serviceUrl, tokenServiceUrl } = configuration;
  const { loginEndpoint, openIdMetadataUrl, tokenIssuer } = configuration;
  return new App({
    clientId,
    tenantId,
    token: (scope) => appToken([scope].flat().join(" ")),
    cloud: withOverrides(PUBLIC, { loginEndpoint, openIdMetadataUrl, tokenIssuer }),
    serviceUrl,
    client: { timeout: patienceMilliseconds },
    apiClientSettings: { oauthUrl: tokenServiceUrl },
    httpServerAdapter: new ExpressAdapter(web, { logger: sdkLog(log) }),
    messagingEndpoint: messagingPath,
    activity: { mentions: { stripText: true } },
    logger: sdkLog(log),
    // Said outright, because left out the SDK would take it from an environment variable.
    dangerouslyAllowUnauthenticatedRequests: false,
  });
}
