import { randomUUID } from "node:crypto";
import { importPKCS8, SignJWT } from "jose";
import { z } from "zod";
import { SignInError } from "#plan/errors.ts";
import type { TenancyConfiguration } from "./configuration.ts";

const answer = z.object({ access_token: z.string(), expires_in: z.coerce.number() });

/** A token is renewed this long before it ends. */
const marginSeconds = 300;

/** Tokens of the app itself, by resource: `https://place.sharepoint.com` or `https://api.botframework.com`. */
export type AppToken = (resource: string, fresh?: boolean) => Promise<string>;

/**
 * Client credentials with a signed assertion (RFC 7523): app-only access to SharePoint refuses secrets. Tokens are kept
 * until shortly before they end. Throws SignInError where the authority refuses.
 */
export function appTokens(configuration: TenancyConfiguration): AppToken {
  const kept = new Map<string, { readonly token: string; readonly until: number }>();
  return async (resource, fresh = false) => {
    const known = kept.get(resource);
    if (known && !fresh && known.until > Date.now()) return known.token;
    const { access_token, expires_in } = await request(configuration, resource);
    kept.set(resource, {
      token: access_token,
      until: Date.now() + (expires_in - marginSeconds) * 1000,
    });
    return access_token;
  };
}

async function request(
  configuration: TenancyConfiguration,
  resource: string,
): Promise<z.infer<typeof answer>> {
  const endpoint = `${configuration.AUTHORITY}/${configuration.TENANT_ID}/oauth2/v2.0/token`;
  const response = await fetch(endpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: configuration.BOT_CLIENT_ID,
      scope: `${resource}/.default`,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: await assertion(configuration, endpoint),
    }),
    signal: AbortSignal.timeout(15_000),
  }).catch((cause: unknown) => {
    throw new SignInError(`The sign-in service at ${configuration.AUTHORITY} can't be reached.`, {
      cause,
    });
  });
  const body: unknown = await response.json().catch(() => ({}));
  if (response.ok) return answer.parse(body);
  const { error_description } = z.object({ error_description: z.string().default("") }).parse(body);
  throw new SignInError(
    `The sign-in service refused the app a token (${response.status}). ${error_description}`.trim(),
  );
}

async function assertion(configuration: TenancyConfiguration, audience: string): Promise<string> {
  const { BOT_CLIENT_ID, BOT_CERTIFICATE_THUMBPRINT, botPrivateKey } = configuration;
  const thumbprint = BOT_CERTIFICATE_THUMBPRINT
    ? { x5t: Buffer.from(BOT_CERTIFICATE_THUMBPRINT, "hex").toString("base64url") }
    : {};
  return new SignJWT()
    .setProtectedHeader({ alg: "RS256", typ: "JWT", ...thumbprint })
    .setIssuer(BOT_CLIENT_ID)
    .setSubject(BOT_CLIENT_ID)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt()
    .setNotBefore("0s")
    .setExpirationTime("5m")
    .sign(await importPKCS8(botPrivateKey, "RS256"));
}
