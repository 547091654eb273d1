import { errors } from "jose";
import { personByObjectId, tenant } from "../people.ts";
import type { Authority } from "./authority.ts";
import type { Registrations } from "./tokens.ts";

/** Whom SharePoint takes the bearer of a token for. */
export interface SharePointCaller {
  readonly loginName: string;
  readonly name: string;
  readonly email?: string;
  readonly siteAdmin: boolean;
}

/**
 * Answers who bears a token, or undefined when SharePoint must refuse it: signature, issuer,
 * audience (this SharePoint and no other API), time, tenant and scope are all looked at.
 */
export function sharePointCallers(
  authority: Authority,
  { sharePointOrigin, botClientId, tabClientId }: Omit<Registrations, "botPublicKey">,
): (bearer: string) => Promise<SharePointCaller | undefined> {
  return async (bearer) => {
    const claims = await verified(authority, bearer, sharePointOrigin);
    if (claims === undefined || claims["tid"] !== tenant.id) return undefined;
    if (claims["idtyp"] === "app") return appCaller(claims, botClientId);
    const knownApp = claims["appid"] === botClientId || claims["appid"] === tabClientId;
    return knownApp ? personCaller(claims) : undefined;
  };
}

async function verified(authority: Authority, bearer: string, audience: string) {
  try {
    return await authority.entra.verify(bearer, audience);
  } catch (cause) {
    if (cause instanceof errors.JOSEError) return undefined;
    throw cause;
  }
}

function personCaller(claims: Record<string, unknown>): SharePointCaller | undefined {
  const person = personByObjectId(claims["oid"]);
  if (!person || claims["scp"] !== "AllSites.Write") return undefined;
  return { loginName: person.loginName, name: person.name, email: person.upn, siteAdmin: false };
}

/** `Sites.Selected` with full control of this one site: the only administrator of the site collection. */
function appCaller(
  claims: Record<string, unknown>,
  botClientId: string,
): SharePointCaller | undefined {
  const roles = claims["roles"];
  if (claims["appid"] !== botClientId) return undefined;
  if (!Array.isArray(roles) || !roles.includes("Sites.Selected")) return undefined;
  return {
    loginName: `i:0i.t|ms.sp.ext|${botClientId}@${tenant.id}`,
    name: "Action plan",
    siteAdmin: true,
  };
}
