import { untilItWorks } from "./until-it-works.ts";
import { firstToken } from "./first-token.ts";
import type { Tokens } from "./tokens.ts";

interface TokensAtOnceOptions {
  readonly clientId: string;
  readonly authority: string;
  /** What the first token, which is asked for at once, is good for. */
  readonly scope: string;
  readonly loginHint: Promise<string | undefined>;
}

/** Tokens of which Teams is asked for the first at once; MSAL is fetched for any other. Call it once hands are shaken. */
export function tokensAtOnce(options: TokensAtOnceOptions): Tokens {
  const { clientId, authority, loginHint } = options;
  let first = firstToken({ clientId, authority, scope: options.scope });
  const msal = untilItWorks(async () => {
    const { connectTokens } = await import("./connect-tokens.ts");
    return connectTokens({ clientId, authority, loginHint: await loginHint });
  });
  return {
    async tokenFor(scope, { fresh = false, claims } = {}) {
      // The one that was refused is good for nothing more.
      if (scope === options.scope && fresh) first = Promise.resolve(undefined);
      const held = scope === options.scope ? await first : undefined;
      if (held && held.goodUntil > Date.now()) return held.token;
      return (await msal()).tokenFor(scope, { fresh, claims });
    },
    signIn: async (scope) => (await msal()).signIn(scope),
  };
}
