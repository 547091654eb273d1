import type { BotConfiguration } from "#bot/bot-options.ts";
import type { ServerConfiguration } from "./configuration.ts";

/** What of the server's settings the bot goes by. */
export function botConfiguration(configuration: ServerConfiguration): BotConfiguration {
  return {
    clientId: configuration.BOT_CLIENT_ID,
    tenantId: configuration.TENANT_ID,
    openIdMetadataUrl: configuration.BOT_OPENID_METADATA_URL,
    tokenIssuer: configuration.BOT_TOKEN_ISSUER,
    serviceHosts: configuration.BOT_SERVICE_HOSTS,
    serviceUrl: configuration.BOT_SERVICE_URL,
    tokenServiceUrl: configuration.BOT_TOKEN_SERVICE_URL,
    loginEndpoint: configuration.AUTHORITY,
    oauthConnection: configuration.OAUTH_CONNECTION,
  };
}
