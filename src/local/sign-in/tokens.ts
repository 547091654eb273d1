import { tenant, type Person } from "../people.ts";
import type { Authority, IssuedToken } from "./authority.ts";

/** Who may ask for tokens on this machine, and for what. */
export interface Registrations {
  readonly tabClientId: string;
  readonly botClientId: string;
  /** PEM: a public key or a certificate, whose private half only the bot holds. */
  readonly botPublicKey: string;
  readonly sharePointOrigin: string;
}

/** What a bot shows the connector and the token service. */
export const connectorAudience = "https://api.botframework.com";

/** The audience of tokens for an app's own API. */
export const apiAudience = (clientId: string) => `api://${clientId}`;

/** A person's token for SharePoint, asked for by one of the two apps; `acrs` are the authentication contexts it proves. */
export function sharePointToken(
  authority: Authority,
  person: Person,
  request: {
    readonly audience: string;
    readonly clientId: string;
    readonly acrs?: readonly string[];
  },
): Promise<IssuedToken> {
  return authority.entra.issue({
    ...delegated(person, request.clientId),
    aud: request.audience,
    scp: "AllSites.Write",
    ...(request.acrs ? { acrs: request.acrs } : {}),
  });
}

/** A person's token for the API of an app: the tab's, or the bot's as single sign-on hands it over. */
export function apiToken(
  authority: Authority,
  person: Person,
  request: { readonly audience: string; readonly clientId: string },
): Promise<IssuedToken> {
  return authority.entra.issue({
    ...delegated(person, request.clientId),
    aud: request.audience,
    scp: "access_as_user",
  });
}

/** Says who signed in, to the app itself; no API accepts it. */
export function idToken(
  authority: Authority,
  person: Person,
  clientId: string,
): Promise<IssuedToken> {
  return authority.entra.issue({ ...identity(person), aud: clientId });
}

/** An app speaking for itself. */
export function appOnlyToken(
  authority: Authority,
  request: { readonly audience: string; readonly clientId: string; readonly roles: string[] },
): Promise<IssuedToken> {
  const { audience, clientId, roles } = request;
  return authority.entra.issue({
    aud: audience,
    tid: tenant.id,
    ver: "2.0",
    sub: clientId,
    appid: clientId,
    azp: clientId,
    idtyp: "app",
    roles,
  });
}

/** The connector's word to a bot: what comes with it was sent by Teams, to be answered at this address. */
export function connectorToken(
  authority: Authority,
  request: { readonly botClientId: string; readonly serviceUrl: string },
): Promise<IssuedToken> {
  return authority.connector.issue({ aud: request.botClientId, serviceurl: request.serviceUrl });
}

function delegated(person: Person, clientId: string) {
  return { ...identity(person), upn: person.upn, appid: clientId, azp: clientId };
}

function identity(person: Person) {
  return {
    oid: person.objectId,
    sub: person.objectId,
    tid: tenant.id,
    ver: "2.0",
    name: person.name,
    preferred_username: person.upn,
  };
}
