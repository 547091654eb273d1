import { tenant, type Person } from "../people.ts";
import type { Authority } from "../sign-in/authority.ts";
import {
  apiAudience,
  apiToken,
  idToken,
  sharePointToken,
  type Registrations,
} from "../sign-in/tokens.ts";
import { contextAskedFor, needsThePerson } from "../sign-in/claims-asked.ts";
import type { NestedToken, NestedTokenAsked } from "./page-settings.ts";
import { RequestRefused } from "./request-refused.ts";

/** Scopes of OpenID Connect that name no resource. */
const withoutResource = new Set(["openid", "profile", "email", "offline_access"]);

/**
 * The token that the tab asks its host for (nested app authentication). Throws `RequestRefused` for
 * an app that is not registered, for scopes of none or several resources, and where the person has to do something first
 * and may not be asked, as Entra does.
 */
export async function nestedTokenFor(
  authority: Authority,
  registrations: Registrations,
  person: Person,
  asked: NestedTokenAsked,
): Promise<NestedToken> {
  if (asked.clientId !== registrations.tabClientId)
    throw new RequestRefused(
      400,
      "unauthorized_client",
      "No tab is registered under this client id.",
    );
  const resource = resourceOf(asked.scope, registrations);
  const context = contextAskedFor(asked.claims);
  if (needsThePerson(context) && !asked.interactive)
    throw new RequestRefused(400, "interaction_required", "A second factor is needed.");
  const request = {
    audience: resource,
    clientId: asked.clientId,
    ...(context === undefined ? {} : { acrs: [context] }),
  };
  const issue = resource === registrations.sharePointOrigin ? sharePointToken : apiToken;
  const [access, id] = await Promise.all([
    issue(authority, person, request),
    idToken(authority, person, asked.clientId),
  ]);
  return {
    accessToken: access.token,
    idToken: id.token,
    expiresIn: access.lifetimeSeconds,
    scope: asked.scope,
    authority: authority.tenantBase,
    account: {
      homeAccountId: `${person.objectId}.${tenant.id}`,
      localAccountId: person.objectId,
      tenantId: tenant.id,
      environment: new URL(authority.base).host,
      username: person.upn,
      name: person.name,
    },
  };
}

function resourceOf(scope: string, { sharePointOrigin, tabClientId }: Registrations): string {
  const known = [sharePointOrigin, apiAudience(tabClientId)];
  const asked = new Set(
    scope
      .split(" ")
      .filter((each) => each !== "" && !withoutResource.has(each))
      .map((each) => known.find((resource) => each.startsWith(`${resource}/`)) ?? each),
  );
  const [resource, ...others] = asked;
  if (resource !== undefined && others.length === 0 && known.includes(resource)) return resource;
  throw new RequestRefused(400, "invalid_scope", `No token is given for the scope "${scope}".`);
}
