import express, { Router, type Request } from "express";
import { errors } from "jose";
import { z } from "zod";
import { personByTeamsId, type Person } from "../people.ts";
import type { Authority } from "../sign-in/authority.ts";
import { apiAudience, sharePointToken, type Registrations } from "../sign-in/tokens.ts";
import { botOnly } from "./bot-only.ts";
import { notImplemented } from "./not-implemented.ts";
import { RequestRefused } from "./request-refused.ts";
import { oauthConnection } from "./single-sign-on.ts";
import type { TeamsStore } from "./teams-store.ts";

const connectionId = "7a4d2c10-0000-4000-8000-0000000000d1";
const userQuery = z.object({ userId: z.string(), connectionName: z.string() });
const exchangeBody = z.object({ token: z.string(), uri: z.string().optional() });

export interface TokenServiceParts {
  readonly authority: Authority;
  readonly registrations: Registrations;
  readonly store: TeamsStore;
}

/**
 * The Bot Framework token service: hands the bot a person's SharePoint token once that person's
 * single sign-on token has been exchanged, and 404 before that.
 */
export function tokenService(parts: TokenServiceParts): Router {
  const { authority, registrations, store } = parts;
  const router = Router();
  router.use(botOnly(authority, registrations.botClientId), express.json({ limit: "64kb" }));

  router.get("/api/usertoken/GetToken", async (request, response) => {
    const person = personAsked(request);
    if (!store.isSignedIn(person.id, oauthConnection))
      throw new RequestRefused(404, "NotFound", "This person has not signed in yet.");
    response.json(await personsToken(parts, person));
  });
  router.get("/api/usertoken/GetTokenStatus", (request, response) => {
    const person = personCalled(z.object({ userId: z.string() }).parse(request.query).userId);
    response.json([
      {
        channelId: "msteams",
        connectionName: oauthConnection,
        hasToken: store.isSignedIn(person.id, oauthConnection),
        serviceProviderDisplayName: "SharePoint",
      },
    ]);
  });
  router.post("/api/usertoken/exchange", async (request, response) => {
    const person = personAsked(request);
    await checkExchangeable(parts, person, exchangeBody.parse(request.body).token);
    store.signIn(person.id, oauthConnection);
    response.json(await personsToken(parts, person));
  });
  router.delete("/api/usertoken/SignOut", (request, response) => {
    store.signOut(personAsked(request).id, oauthConnection);
    response.json({});
  });
  router.get("/api/botsignin/GetSignInResource", (request, response) => {
    z.object({ state: z.string().min(1) }).parse(request.query);
    response.json({
      signInLink: new URL("/", authority.base).href,
      tokenExchangeResource: {
        id: connectionId,
        uri: apiAudience(registrations.botClientId),
        providerId: connectionId,
      },
    });
  });
  router.use(notImplemented("token service"));
  return router;
}

function personAsked(request: Request): Person {
  const { userId, connectionName } = userQuery.parse(request.query);
  if (connectionName !== oauthConnection)
    throw new RequestRefused(404, "NotFound", `There is no connection named ${connectionName}.`);
  return personCalled(userId);
}

function personCalled(userId: string): Person {
  const person = personByTeamsId(userId);
  if (!person) throw new RequestRefused(404, "NotFound", "Nobody here has this user id.");
  return person;
}

/** Production answers 412 where a token cannot be exchanged: the person must sign in by themselves. */
async function checkExchangeable(
  { authority, registrations }: TokenServiceParts,
  person: Person,
  token: string,
): Promise<void> {
  const audience = apiAudience(registrations.botClientId);
  const claims = await authority.entra.verify(token, audience).catch((cause: unknown) => {
    if (!(cause instanceof errors.JOSEError)) throw cause;
    throw new RequestRefused(412, "PreconditionFailed", `Not exchanged: ${cause.message}`);
  });
  if (claims["oid"] !== person.objectId || claims["scp"] !== "access_as_user")
    throw new RequestRefused(412, "PreconditionFailed", "Not exchanged: another person's token.");
}

async function personsToken({ authority, registrations }: TokenServiceParts, person: Person) {
  const { token, expiresAt } = await sharePointToken(authority, person, {
    audience: registrations.sharePointOrigin,
    clientId: registrations.botClientId,
  });
  return {
    channelId: "msteams",
    connectionName: oauthConnection,
    token,
    expiration: new Date(expiresAt * 1000).toISOString(),
  };
}
