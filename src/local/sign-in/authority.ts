import { createLocalJWKSet, jwtVerify, SignJWT, type JWK, type JWTPayload } from "jose";
import { tenant } from "../people.ts";
import { signingKey, type SigningKey } from "./signing-key.ts";

/** Real Teams signs what it sends to a bot under this name, so the local one does too. */
const connectorIssuer = "https://api.botframework.com";
const lifetimeSeconds = 3600;

/** A token together with the time it stops being good, as seconds since 1970. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: number;
  readonly lifetimeSeconds: number;
}

/** Somebody whose signature others believe: the tenant's sign-in, or the Teams connector. */
interface Issuer {
  readonly name: string;
  readonly keys: { readonly keys: readonly JWK[] };
  issue(claims: JWTPayload & { readonly aud: string }): Promise<IssuedToken>;
  /** The claims; throws a `JOSEError` when signature, issuer, audience or time is wrong. */
  verify(token: string, audience: string): Promise<JWTPayload>;
}

/** The sign-in of this machine: one tenant for people and apps, and the connector's own issuer. */
export interface Authority {
  readonly base: string;
  readonly tenantBase: string;
  readonly tokenEndpoint: string;
  readonly entra: Issuer;
  readonly connector: Issuer;
}

/**
 * Opens the sign-in that is reached under `origin`; its keys are files in the data folder.
 * Two keys, as in production: what the tenant signs must never pass for the connector's word.
 */
export async function openAuthority(options: {
  readonly origin: string;
  readonly dataFolder: string;
}): Promise<Authority> {
  const base = `${options.origin}/sign-in`;
  const tenantBase = `${base}/${tenant.id}`;
  const [entraKey, connectorKey] = await Promise.all([
    signingKey(options.dataFolder, "sign-in-key"),
    signingKey(options.dataFolder, "connector-key"),
  ]);
  return {
    base,
    tenantBase,
    tokenEndpoint: `${tenantBase}/oauth2/v2.0/token`,
    entra: issuer(`${tenantBase}/v2.0`, entraKey),
    connector: issuer(connectorIssuer, connectorKey),
  };
}

function issuer(name: string, key: SigningKey): Issuer {
  const keys = { keys: [key.publicJwk] };
  const keySet = createLocalJWKSet(keys);
  return {
    name,
    keys,
    async issue(claims) {
      const now = Math.floor(Date.now() / 1000);
      const expiresAt = now + lifetimeSeconds;
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: key.id })
        .setIssuer(name)
        .setIssuedAt(now)
        .setNotBefore(now)
        .setExpirationTime(expiresAt)
        .sign(key.privateKey);
      return { token, expiresAt, lifetimeSeconds };
    },
    async verify(token, audience) {
      const { payload } = await jwtVerify(token, keySet, {
        issuer: name,
        audience,
        algorithms: ["RS256"],
        requiredClaims: ["exp"],
      });
      return payload;
    },
  };
}
