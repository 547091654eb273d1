import { createPublicKey } from "node:crypto";
import { errors, jwtVerify } from "jose";
import { z } from "zod";
import type { Authority, IssuedToken } from "./authority.ts";
import { appOnlyToken, connectorAudience, type Registrations } from "./tokens.ts";

/** Why no token was given, with the code that OAuth 2.0 (RFC 6749, 5.2) has for it. */
export class TokenRefused extends Error {
  readonly code: "invalid_request" | "unsupported_grant_type" | "invalid_client" | "invalid_scope";

  constructor(code: TokenRefused["code"], message: string) {
    super(message);
    this.code = code;
  }
}

const grantRequest = z.object({
  grant_type: z.string(),
  client_id: z.string().optional(),
  scope: z.string(),
  client_assertion_type: z.literal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
  client_assertion: z.string(),
});

/** RFC 7523 wants each assertion used once; Entra allows ten minutes of life, so remember that long. */
const assertionMaxAgeSeconds = 600;

/**
 * Answers an app that proves who it is with a signed assertion, as Entra does where secrets are
 * refused. Throws `TokenRefused` when the request, the assertion or the scope is not acceptable.
 */
export function clientCredentials(authority: Authority, registrations: Registrations) {
  const key = createPublicKey(registrations.botPublicKey);
  const used = new Map<string, number>();
  const { botClientId } = registrations;

  return async (body: unknown): Promise<IssuedToken> => {
    const request = grantRequest.safeParse(body);
    if (!request.success)
      throw new TokenRefused(
        "invalid_request",
        "grant_type, scope, client_assertion and client_assertion_type (jwt-bearer) are needed.",
      );
    const { grant_type, client_id, client_assertion, scope } = request.data;
    if (grant_type !== "client_credentials")
      throw new TokenRefused("unsupported_grant_type", "Only client_credentials is answered here.");
    if (client_id !== undefined && client_id !== botClientId)
      throw new TokenRefused("invalid_client", "No app is registered under this client_id.");
    await checkAssertion(client_assertion);
    return appOnlyToken(authority, { ...grantFor(scope, registrations), clientId: botClientId });
  };

  async function checkAssertion(assertion: string): Promise<void> {
    const { payload } = await jwtVerify(assertion, key, {
      issuer: botClientId,
      subject: botClientId,
      audience: [authority.tokenEndpoint, authority.entra.name],
      algorithms: ["RS256", "PS256"],
      requiredClaims: ["exp", "jti"],
    }).catch((cause: unknown) => {
      if (cause instanceof errors.JOSEError)
        throw new TokenRefused(
          "invalid_client",
          `The client assertion was refused: ${cause.message}`,
        );
      throw cause;
    });
    useOnce(payload.jti ?? "", payload.exp ?? 0);
  }

  function useOnce(id: string, expires: number): void {
    const now = Date.now() / 1000;
    if (expires > now + assertionMaxAgeSeconds + 60)
      throw new TokenRefused(
        "invalid_client",
        "The client assertion lives longer than 10 minutes.",
      );
    for (const [old, until] of used) if (until < now) used.delete(old);
    if (used.has(id))
      throw new TokenRefused("invalid_client", "The client assertion was used before.");
    used.set(id, expires);
  }
}

function grantFor(scope: string, { sharePointOrigin }: Registrations) {
  if (scope === `${sharePointOrigin}/.default`)
    return { audience: sharePointOrigin, roles: ["Sites.Selected"] };
  if (scope === `${connectorAudience}/.default`) return { audience: connectorAudience, roles: [] };
  throw new TokenRefused(
    "invalid_scope",
    `The app has no permission for ${scope}; it may ask for ${sharePointOrigin}/.default or ${connectorAudience}/.default.`,
  );
}
