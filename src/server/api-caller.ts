import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { z } from "zod";
import { SignInError } from "#plan/errors.ts";
import type { ServerConfiguration } from "./configuration.ts";

/** Somebody who calls our API from the tab. */
export interface ApiCaller {
  readonly objectId: string;
  readonly upn: string;
}

const claims = z.object({
  oid: z.string(),
  tid: z.string(),
  scp: z.string(),
  upn: z.string().optional(),
  preferred_username: z.string().optional(),
});

/**
 * Who a bearer token of the tab belongs to: issuer, audience, tenant, scope, signature and time are checked, against
 * keys that the authority publishes. Throws SignInError.
 */
export function apiCallers(
  configuration: ServerConfiguration,
): (authorization: string | undefined) => Promise<ApiCaller> {
  const { AUTHORITY, TENANT_ID, TAB_CLIENT_ID } = configuration;
  const keys = createRemoteJWKSet(new URL(`${AUTHORITY}/${TENANT_ID}/discovery/v2.0/keys`));
  return async (authorization) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
    if (!token) throw new SignInError("Sign in first.");
    const { payload } = await jwtVerify(token, keys, {
      issuer: `${AUTHORITY}/${TENANT_ID}/v2.0`,
      audience: [`api://${TAB_CLIENT_ID}`, TAB_CLIENT_ID],
      algorithms: ["RS256"],
      requiredClaims: ["exp"],
    }).catch((cause: unknown) => {
      if (cause instanceof errors.JOSEError)
        throw new SignInError("This sign-in is not good here. Sign in again.", { cause });
      throw cause;
    });
    return callerOf(payload, TENANT_ID);
  };
}

function callerOf(payload: unknown, tenantId: string): ApiCaller {
  const { data } = claims.safeParse(payload);
  const upn = data?.upn ?? data?.preferred_username;
  if (!data || !upn || data.tid !== tenantId || !data.scp.split(" ").includes("access_as_user")) {
    throw new SignInError("This sign-in is not good here. Sign in again.");
  }
  return { objectId: data.oid, upn };
}
