import { expect, it } from "vitest";
import { claimsAskedFor } from "#sharepoint/claims-asked-for.ts";

const claims = JSON.stringify({
  access_token: { acrs: { essential: true, value: "c1" }, note: "ÿ>?" },
});
const written = Buffer.from(claims, "latin1");

const asks = (challenge: string) =>
  claimsAskedFor({ headers: new Headers({ "www-authenticate": challenge }) });

it.each(["base64", "base64url"] as const)("reads claims that are written in %s", (form) => {
  const challenge = `Bearer realm="", client_id="00000003-0000-0ff1-ce00-000000000000", error="insufficient_claims", claims="${written.toString(form)}"`;
  expect(asks(challenge)).toBe(claims);
});

it.each([
  'Bearer realm="local", error="invalid_token"',
  'Bearer error="insufficient_claims", claims="%%%"',
  'Bearer error="insufficient_claims", claims="bm8ganNvbg=="',
])("hands on nothing of %j", (challenge) => {
  expect(asks(challenge)).toBeUndefined();
});
