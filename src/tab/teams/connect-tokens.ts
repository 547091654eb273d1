import { SignInError, UnavailableError } from "#plan/errors.ts";
import {
  AuthError,
  type AuthenticationResult,
  BrowserCacheLocation,
  ClientAuthErrorCodes,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { untilItWorks } from "./until-it-works.ts";
import { type HeldToken, marginMs } from "./first-token.ts";
import type { Tokens } from "./tokens.ts";
import { within } from "./within.ts";

interface TokenOptions {
  readonly clientId: string;
  readonly authority: string;
  readonly loginHint: string | undefined;
}

/** MSAL itself waits for ever where the host does not answer over the bridge. */
const bridgeSeconds = 20;
/** Somebody may have to find their telephone first. */
const signInSeconds = 300;
const noAnswer = "Teams did not answer when asked who you are. Try again, or reload the tab.";

/** Nested app authentication: Teams, which knows who is signed in, fetches the tokens. */
export function connectTokens({ clientId, authority, loginHint }: TokenOptions): Tokens {
  const hint = loginHint === undefined ? {} : { loginHint };
  const client = untilItWorks(() =>
    createNestablePublicClientApplication({
      auth: { clientId, authority },
      cache: { cacheLocation: BrowserCacheLocation.MemoryStorage },
    }),
  );
  // Kept here because MSAL asks the host for every request: its own cache wants Entra's names for hosts.
  const held = new Map<string, HeldToken>();
  // What a service wants proved goes with every question from then on: else Teams gives such a token as was refused.
  const wanted = new Map<string, string>();

  async function ask(
    scope: string,
    seconds: number,
    question: (client: IPublicClientApplication) => Promise<AuthenticationResult>,
  ): Promise<string> {
    try {
      const connected = await within(bridgeSeconds, client(), noAnswer);
      const result = await within(seconds, question(connected), noAnswer);
      held.set(scope, holding(result));
      return result.accessToken;
    } catch (error) {
      throw inOurWords(error);
    }
  }
  function asking(scope: string) {
    const claims = wanted.get(scope);
    return { scopes: [scope], ...(claims === undefined ? {} : { claims }), ...hint };
  }
  return {
    tokenFor: async (scope, { fresh = false, claims } = {}) => {
      if (claims !== undefined) wanted.set(scope, claims);
      const known = held.get(scope);
      if (known && !fresh && known.goodUntil > Date.now()) return known.token;
      return ask(scope, bridgeSeconds, (connected) =>
        connected.acquireTokenSilent({ ...asking(scope), forceRefresh: fresh }),
      );
    },
    signIn: async (scope) => {
      await ask(scope, signInSeconds, (connected) => connected.acquireTokenPopup(asking(scope)));
    },
  };
}

function holding({ accessToken, expiresOn }: AuthenticationResult): HeldToken {
  return { token: accessToken, goodUntil: (expiresOn?.getTime() ?? 0) - marginMs };
}

function inOurWords(cause: unknown): Error {
  if (cause instanceof UnavailableError) return cause;
  if (cause instanceof AuthError && cause.errorCode === ClientAuthErrorCodes.userCanceled)
    return new SignInError(
      "You closed what Teams asked before it had your answer. Press Sign in when you can give it.",
      { cause },
    );
  if (cause instanceof InteractionRequiredAuthError)
    return new SignInError(
      "Teams needs you to confirm that this app may read and write the plan as you.",
      { cause },
    );
  return new UnavailableError("Teams could not say who you are. Try again, or reload the tab.", {
    cause,
  });
}
