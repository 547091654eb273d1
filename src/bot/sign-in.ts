import type { Client as ApiClient } from "@microsoft/teams.api";
import { decodeJwt } from "jose";
import { NotAllowedError } from "#plan/errors.ts";
import type { BotConfiguration } from "./bot-options.ts";
import type { CardAnswer } from "./card-answer.ts";
import type { CardPress } from "./card-press.ts";

const channelId = "msteams";

interface Service {
  readonly api: ApiClient;
  readonly configuration: BotConfiguration;
}

type Person = Pick<CardPress, "teamsId" | "objectId">;

/** Who signs in, where, and what Teams handed over for it. */
export type SigningIn = Person & Pick<CardPress, "conversation" | "signOn" | "code">;

/**
 * The SharePoint token of the person who pressed, or what asks Teams to sign them in: Teams then
 * repeats the press with a single sign-on token, which is exchanged here. Throws NotAllowedError where
 * the token service gives somebody else's token.
 */
export async function signIn(
  service: Service,
  press: SigningIn,
): Promise<{ readonly token: string } | { readonly ask: CardAnswer }> {
  if (press.signOn) return exchanged(service, press, press.signOn);
  const token = await tokenOf(service, press, press.code);
  if (token !== undefined) return { token };
  if (press.code !== undefined) return { ask: wrongCode };
  return { ask: await loginRequest(service, press) };
}

/** The person's token where they have signed in before; undefined where they have not. */
export async function tokenOf(
  { api, configuration }: Service,
  person: Person,
  code?: string,
): Promise<string | undefined> {
  try {
    const { token } = await api.users.getToken({
      userId: person.teamsId,
      connectionName: configuration.oauthConnection,
      channelId,
      ...(code === undefined ? {} : { code }),
    });
    return token ? belongingTo(person, token) : undefined;
  } catch (cause) {
    if (isNoToken(cause)) return undefined;
    throw cause;
  }
}

/** What asks Teams to sign them in anew, where SharePoint no longer takes the token that is kept. */
export async function signInAnew(service: Service, press: SigningIn): Promise<CardAnswer> {
  const { api, configuration } = service;
  await api.users.signOut({
    userId: press.teamsId,
    connectionName: configuration.oauthConnection,
    channelId,
  });
  return loginRequest(service, press);
}

async function exchanged(
  { api, configuration }: Service,
  person: Person,
  { connectionName, token }: NonNullable<CardPress["signOn"]>,
) {
  if (connectionName !== configuration.oauthConnection) return { ask: notSignedOn };
  try {
    const answer = await api.users.exchangeToken({
      userId: person.teamsId,
      connectionName,
      channelId,
      exchangeRequest: { token },
    });
    return answer.token ? { token: belongingTo(person, answer.token) } : { ask: notSignedOn };
  } catch (cause) {
    if (isNoToken(cause)) return { ask: notSignedOn };
    throw cause;
  }
}

/** The token is SharePoint's to verify; here it only may not be anybody else's. */
function belongingTo({ objectId }: Person, token: string): string {
  if (decodeJwt(token)["oid"] === objectId) return token;
  throw new NotAllowedError("The sign-in belongs to somebody else. Nothing was done.");
}

async function loginRequest(
  { api, configuration }: Service,
  { conversation, teamsId }: SigningIn,
): Promise<CardAnswer> {
  const bot = { id: `28:${configuration.clientId}` };
  const state = {
    connectionName: configuration.oauthConnection,
    conversation: {
      bot,
      user: { id: teamsId },
      channelId,
      conversation: { id: conversation },
      serviceUrl: configuration.serviceUrl,
    },
    msAppId: configuration.clientId,
  };
  const resource = await api.bots.signIn.getResource({
    state: Buffer.from(JSON.stringify(state)).toString("base64"),
  });
  return {
    statusCode: 401,
    type: "application/vnd.microsoft.activity.loginRequest",
    value: {
      text: "Sign in, so that the plan opens with your own rights.",
      connectionName: configuration.oauthConnection,
      ...(resource.tokenExchangeResource
        ? { tokenExchangeResource: resource.tokenExchangeResource }
        : {}),
      buttons: [{ type: "signin", title: "Sign in", value: resource.signInLink }],
    },
  };
}

/** Tells Teams to fall back to the sign-in button: consent is missing, or single sign-on failed. */
const notSignedOn: CardAnswer = {
  statusCode: 412,
  type: "application/vnd.microsoft.error.preconditionFailed",
  value: {
    code: "412",
    message: "Single sign-on did not work. Sign in with the button.",
    innerHttpError: { statusCode: 412, body: {} },
  },
};

const wrongCode: CardAnswer = {
  statusCode: 401,
  type: "application/vnd.microsoft.error.incorrectAuthCode",
  value: null,
};

/** 404: never signed in. 400 and 412: the token or code cannot be exchanged. */
function isNoToken(cause: unknown): boolean {
  if (!(cause instanceof Error) || !("status" in cause)) return false;
  return cause.status === 400 || cause.status === 404 || cause.status === 412;
}
