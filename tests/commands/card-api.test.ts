import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { people, personById } from "#local/people.ts";
import { tabClientId } from "#local/apps.ts";
import type { Product } from "#local/product.ts";
import type { Authority } from "#local/sign-in/authority.ts";
import { apiToken, sharePointToken } from "#local/sign-in/tokens.ts";
import { type SampleProduct, sampleProduct } from "#tests/support/sample-product.ts";

let sample: SampleProduct;
let product: Product;
let authority: Authority;
beforeAll(async () => {
  sample = await sampleProduct("api");
  ({ product, authority } = sample);
});
afterAll(() => sample.close());

const audience = `api://${tabClientId}`;

async function tokenOf(id: string, more: { audience?: string } = {}): Promise<string> {
  const person = personById(id) ?? people[0];
  if (!person) throw new Error("There are no people.");
  return (await apiToken(authority, person, { audience, clientId: tabClientId, ...more })).token;
}

async function post(path: string, token: string | undefined) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${product.appUrl}/api${path}`, { method: "POST", headers });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
}

describe("posting an action's card from the tab", () => {
  it("is done for somebody of the plan", async () => {
    const { status, body } = await post("/plans/1/actions/1/card", await tokenOf("lead-a"));
    expect({ status, body }).toMatchObject({ status: 200 });
    expect(body).toEqual({
      conversation: expect.stringContaining("@thread.tacv2"),
      message: expect.any(String),
    });
  });

  it.each([
    ["nobody", async () => undefined],
    ["nonsense", async () => "a.b.c"],
    [
      "a token for SharePoint",
      async () => {
        const person = personById("lead-a");
        if (!person) throw new Error("There is no lead-a.");
        return (
          await sharePointToken(authority, person, {
            audience: product.sharePointOrigin,
            clientId: tabClientId,
          })
        ).token;
      },
    ],
    ["a token for another app's API", () => tokenOf("lead-a", { audience: "api://another-app" })],
    [
      "the connector's word",
      async () => (await authority.connector.issue({ aud: audience })).token,
    ],
    [
      "an app without a person",
      async () =>
        (await authority.entra.issue({ aud: audience, tid: "another", oid: "somebody" })).token,
    ],
  ])("is refused with words to %s", async (_who, token) => {
    const { status, body } = await post("/plans/1/actions/1/card", await token());
    expect(status).toBe(401);
    expect(body).toMatchObject({
      error: { code: "sign-in", message: expect.stringMatching(/sign/i) },
    });
  });

  it("is refused to somebody who takes no part in the plan", async () => {
    const { status, body } = await post("/plans/1/actions/1/card", await tokenOf("outsider"));
    expect(status).toBe(403);
    expect(body).toMatchObject({ error: { code: "not-allowed" } });
  });

  it("says so where there is no such action, plan or address", async () => {
    const token = await tokenOf("lead-a");
    expect(await post("/plans/1/actions/99999/card", token)).toMatchObject({
      status: 404,
      body: { error: { code: "not-found" } },
    });
    expect((await post("/plans/9/actions/1/card", token)).status).toBe(404);
    expect((await post("/plans/one/actions/two/card", token)).status).toBe(403);
    expect((await post("/elsewhere", token)).status).toBe(404);
  });
});

describe("bringing posted cards up to date", () => {
  it("answers with nothing, and needs a sign-in too", async () => {
    expect((await post("/plans/1/actions/1/changed", await tokenOf("lead-b"))).status).toBe(204);
    expect((await post("/plans/1/actions/1/changed", undefined)).status).toBe(401);
  });
});
