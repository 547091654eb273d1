import { decodeJwt } from "jose";
import { describe, expect, it, onTestFinished } from "vitest";
import { personById } from "#local/people.ts";
import { nestedTokenFor } from "#local/teams/nested-token.ts";
import { aSignIn, sharePointOrigin, tabClientId } from "./a-sign-in.ts";

const asksFor = (value: string) =>
  JSON.stringify({ access_token: { acrs: { essential: true, value } } });

async function tokenFor(claims: string | undefined, interactive: boolean) {
  const signIn = await aSignIn();
  onTestFinished(() => signIn[Symbol.asyncDispose]());
  const person = personById("lead-a");
  if (!person) throw new Error("Nobody is called that.");
  const scope = `${sharePointOrigin}/AllSites.Write`;
  const asked = { clientId: tabClientId, scope, claims, interactive };
  const given = await nestedTokenFor(signIn.authority, signIn.registrations, person, asked);
  return decodeJwt(given.accessToken)["acrs"];
}

describe("a token proves", () => {
  it("nothing that it was not asked to prove", async () => {
    expect(await tokenFor(undefined, false)).toBeUndefined();
    expect(await tokenFor('{"id_token":{}}', false)).toBeUndefined();
    expect(await tokenFor("no JSON", false)).toBeUndefined();
  });

  it("what this computer can prove without asking anybody", async () => {
    expect(await tokenFor(asksFor("c1"), false)).toEqual(["c1"]);
  });

  it("a second factor only once the person was asked", async () => {
    await expect(tokenFor(asksFor("c2"), false)).rejects.toMatchObject({
      code: "interaction_required",
    });
    expect(await tokenFor(asksFor("c2"), true)).toEqual(["c2"]);
  });
});
