import { z } from "zod";

/** OpenID Connect Core 1.0, 5.5, as far as Entra's authentication contexts go (Microsoft: Developers' guide to them). */
const claimsRequest = z.object({
  access_token: z.object({ acrs: z.object({ value: z.string().regex(/^c\d{1,2}$/) }).optional() }),
});

/** What this computer proves by itself; for any other context a person has to do something. */
const provedSilently = "c1";

/** The authentication context that the token is to prove; undefined where the request names none that can be read. */
export function contextAskedFor(claims: string | undefined): string | undefined {
  if (claims === undefined) return undefined;
  try {
    return claimsRequest.safeParse(JSON.parse(claims)).data?.access_token.acrs?.value;
  } catch {
    return undefined;
  }
}

/** Whether somebody has to be asked first, for a second factor. */
export function needsThePerson(context: string | undefined): boolean {
  return context !== undefined && context !== provedSilently;
}
