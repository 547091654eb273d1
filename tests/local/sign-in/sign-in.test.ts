import { createRemoteJWKSet, generateKeyPair, jwtVerify, SignJWT } from "jose";
import { describe, expect, it, onTestFinished } from "vitest";
import { people, personById, tenant, type Person } from "#local/people.ts";
import { openAuthority, type Authority } from "#local/sign-in/authority.ts";
import { signingKey } from "#local/sign-in/signing-key.ts";
import { sharePointCallers } from "#local/sign-in/sharepoint-callers.ts";
import { apiToken, appOnlyToken, connectorToken, sharePointToken } from "#local/sign-in/tokens.ts";
import {
  aBotKey,
  anAssertion,
  aSignIn,
  askForToken,
  botClientId,
  sharePointOrigin,
  tabClientId,
} from "./a-sign-in.ts";

const leadA = somebody("lead-a");
const forSharePoint = { audience: sharePointOrigin, clientId: tabClientId };

function somebody(id: string): Person {
  const person = personById(id);
  if (!person) throw new Error(`nobody is called ${id}`);
  return person;
}

async function opened() {
  const signIn = await aSignIn();
  onTestFinished(() => signIn[Symbol.asyncDispose]());
  return { ...signIn, callerOf: sharePointCallers(signIn.authority, signIn.registrations) };
}

describe("tokens", () => {
  it("are checked by a stranger with nothing but the published metadata", async () => {
    const { authority } = await opened();
    const { token } = await sharePointToken(authority, leadA, forSharePoint);
    const metadata = await (
      await fetch(`${authority.tenantBase}/v2.0/.well-known/openid-configuration`)
    ).json();
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(metadata.jwks_uri)), {
      issuer: metadata.issuer,
      audience: sharePointOrigin,
    });
    expect(payload).toMatchObject({ oid: leadA.objectId, upn: leadA.upn, tid: tenant.id });
  });

  it("of the connector are signed with another key than a person's", async () => {
    const { authority } = await opened();
    const metadata = await (
      await fetch(`${authority.base}/botframework/v1/.well-known/openidconfiguration`)
    ).json();
    const { token } = await connectorToken(authority, { botClientId, serviceUrl: "http://x" });
    const keys = createRemoteJWKSet(new URL(metadata.jwks_uri));
    await expect(jwtVerify(token, keys, { issuer: metadata.issuer })).resolves.toBeDefined();
    const persons = await sharePointToken(authority, leadA, forSharePoint);
    await expect(jwtVerify(persons.token, keys)).rejects.toThrow("no applicable key");
  });

  it("stay good when the sign-in is opened again on the same folder", async () => {
    const { authority, dataFolder } = await opened();
    const { token } = await sharePointToken(authority, leadA, forSharePoint);
    const origin = new URL(authority.base).origin;
    const again = await openAuthority({ origin, dataFolder });
    await expect(again.entra.verify(token, sharePointOrigin)).resolves.toBeDefined();
  });
});

describe("callers of SharePoint", () => {
  it("are the people, none of them an administrator", async () => {
    const { authority, callerOf } = await opened();
    for (const person of people) {
      const { token } = await sharePointToken(authority, person, forSharePoint);
      expect(await callerOf(token)).toEqual({
        loginName: `i:0#.f|membership|${person.upn.toLowerCase()}`,
        name: person.name,
        email: person.upn,
        siteAdmin: false,
      });
    }
  });

  it("are the app itself, as administrator of the site collection", async () => {
    const { authority, callerOf } = await opened();
    const { token } = await appOnlyToken(authority, {
      audience: sharePointOrigin,
      clientId: botClientId,
      roles: ["Sites.Selected"],
    });
    expect(await callerOf(token)).toMatchObject({
      loginName: `i:0i.t|ms.sp.ext|${botClientId}@${tenant.id}`,
      siteAdmin: true,
    });
  });

  it("are not those with a token for another API", async () => {
    const { authority, callerOf } = await opened();
    const { token } = await apiToken(authority, leadA, {
      audience: `api://${tabClientId}`,
      clientId: tabClientId,
    });
    expect(await callerOf(token)).toBeUndefined();
  });

  it("are not those of an app without a permission", async () => {
    const { authority, callerOf } = await opened();
    const app = { audience: sharePointOrigin, clientId: botClientId, roles: [] };
    expect(await callerOf((await appOnlyToken(authority, app)).token)).toBeUndefined();
    const stranger = { audience: sharePointOrigin, clientId: "somebody-else" };
    expect(await callerOf((await sharePointToken(authority, leadA, stranger)).token)).toBe(
      undefined,
    );
  });

  it.each([
    ["signed with another key", { key: "other" }],
    ["expired", { expires: "-1s" }],
    ["from another issuer", { issuer: "https://sts.example/" }],
    ["for another SharePoint", { audience: "http://127.0.0.1:5000" }],
    ["of another tenant", { tid: "7a4d2c10-0000-4000-8000-000000000002" }],
    ["of somebody unknown", { oid: "7a4d2c10-0000-4000-8000-000000000099" }],
  ])("are not those with a token %s", async (_what, wrong) => {
    const { authority, dataFolder, callerOf } = await opened();
    const good = await aHandmadeToken(authority, dataFolder, {});
    expect(await callerOf(good)).toMatchObject({ name: leadA.name });
    expect(await callerOf(await aHandmadeToken(authority, dataFolder, wrong))).toBeUndefined();
  });

  it("are not those with a token that nobody signed", async () => {
    const { authority, callerOf } = await opened();
    const unsigned = Buffer.from('{"alg":"none"}').toString("base64url");
    const { token } = await sharePointToken(authority, leadA, forSharePoint);
    const [, claims] = token.split(".");
    expect(await callerOf(`${unsigned}.${claims}.`)).toBeUndefined();
    expect(await callerOf("not a token")).toBeUndefined();
  });
});

/** Good in all but what is given, so that each check is seen to refuse by itself. */
async function aHandmadeToken(
  authority: Authority,
  dataFolder: string,
  wrong: {
    key?: string;
    expires?: string;
    issuer?: string;
    audience?: string;
    tid?: string;
    oid?: string;
  },
): Promise<string> {
  const own = await signingKey(dataFolder, "sign-in-key");
  const key = wrong.key ? (await generateKeyPair("RS256")).privateKey : own.privateKey;
  return new SignJWT({
    oid: wrong.oid ?? leadA.objectId,
    tid: wrong.tid ?? tenant.id,
    appid: tabClientId,
    scp: "AllSites.Write",
  })
    .setProtectedHeader({ alg: "RS256", kid: own.id })
    .setIssuer(wrong.issuer ?? authority.entra.name)
    .setAudience(wrong.audience ?? sharePointOrigin)
    .setExpirationTime(wrong.expires ?? "1h")
    .sign(key);
}

describe("client credentials", () => {
  it("give the bot an app-only token for SharePoint, and another for the connector", async () => {
    const { authority, botKey, callerOf } = await opened();
    const ask = async (scope: string) =>
      askForToken(
        authority.tokenEndpoint,
        await anAssertion(botKey, authority.tokenEndpoint),
        scope,
      );
    const sharePoint = await ask(`${sharePointOrigin}/.default`);
    expect(sharePoint).toMatchObject({ status: 200, body: { token_type: "Bearer" } });
    expect(await callerOf(String(sharePoint.body["access_token"]))).toMatchObject({
      siteAdmin: true,
    });
    const connector = await ask("https://api.botframework.com/.default");
    const token = String(connector.body["access_token"]);
    expect(await callerOf(token)).toBeUndefined();
    await expect(
      authority.entra.verify(token, "https://api.botframework.com"),
    ).resolves.toMatchObject({ appid: botClientId });
  });

  it.each([
    ["signed with another key", { key: aBotKey().privateKey }],
    ["of another app", { issuer: tabClientId }],
    ["that expired", { expires: "-1m" }],
    ["that lives for a day", { expires: "1d" }],
    ["meant for another endpoint", { audience: "https://login.example/token" }],
  ])("refuse an assertion %s", async (_what, wrong: Wrong) => {
    const { authority, botKey } = await opened();
    const assertion = await anAssertion(
      wrong.key ?? botKey,
      wrong.audience ?? authority.tokenEndpoint,
      wrong,
    );
    const answer = await askForToken(
      authority.tokenEndpoint,
      assertion,
      `${sharePointOrigin}/.default`,
    );
    expect(answer).toMatchObject({ status: 401, body: { error: "invalid_client" } });
  });

  it("take an assertion once", async () => {
    const { authority, botKey } = await opened();
    const assertion = await anAssertion(botKey, authority.tokenEndpoint);
    const ask = () =>
      askForToken(authority.tokenEndpoint, assertion, `${sharePointOrigin}/.default`);
    expect(await ask()).toMatchObject({ status: 200 });
    expect(await ask()).toMatchObject({ status: 401 });
  });

  it("refuse a resource that the app may not use", async () => {
    const { authority, botKey } = await opened();
    const assertion = await anAssertion(botKey, authority.tokenEndpoint);
    expect(
      await askForToken(authority.tokenEndpoint, assertion, "https://graph.microsoft.com/.default"),
    ).toMatchObject({ status: 400, body: { error: "invalid_scope" } });
  });
});

type Wrong = Parameters<typeof anAssertion>[2] & {
  key?: Parameters<typeof anAssertion>[0];
  audience?: string;
};
