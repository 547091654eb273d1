/**
 * What a service that refused a token wants the next one to prove, as JSON for whoever asks for it: a second factor, or a
 * computer that the organisation knows (learn.microsoft.com: Claims challenges, claims requests and client capabilities).
 * Undefined where it says nothing of that, or the browser does not let the page read it.
 */
export function claimsAskedFor({ headers }: Pick<Response, "headers">): string | undefined {
  const said = /\bclaims="(?<text>[\w+/=-]+)"/.exec(headers.get("www-authenticate") ?? "");
  const text = said?.groups?.["text"];
  if (text === undefined) return undefined;
  try {
    const claims = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    JSON.parse(claims);
    return claims;
  } catch {
    return undefined;
  }
}
