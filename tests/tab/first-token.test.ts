import { firstToken } from "#tab/teams/first-token.ts";
import { createRequire } from "node:module";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";

const asked = {
  clientId: "tab",
  authority: "https://login.example/tenant",
  scope: "https://plan.example/AllSites.Write",
};
const request = z.looseObject({ requestId: z.string(), clientLibraryVersion: z.string() });
type Request = z.infer<typeof request>;

afterEach(() => vi.unstubAllGlobals());

/** A host with such a bridge; it answers every request with those envelopes, one after the other. */
function hostThat(answers: (request: Request) => readonly object[]): Request[] {
  const heard: Request[] = [];
  const listeners: ((message: { data: string }) => void)[] = [];
  vi.stubGlobal("window", {
    nestedAppAuthBridge: {
      addEventListener: (_kind: string, listener: (message: { data: string }) => void) =>
        listeners.push(listener),
      postMessage(text: string) {
        const one = request.parse(JSON.parse(text));
        heard.push(one);
        for (const answer of answers(one))
          for (const listener of listeners) listener({ data: JSON.stringify(answer) });
      },
    },
  });
  return heard;
}

const token = { access_token: "a token", id_token: "an id", expires_in: 3600 };

describe("the first token", () => {
  it("is asked of Teams as MSAL would ask, in the version that is installed", async () => {
    const heard = hostThat(({ requestId }) => [{ requestId, success: true, token }]);
    expect((await firstToken(asked))?.token).toBe("a token");
    const { version } = z
      .object({ version: z.string() })
      .parse(createRequire(import.meta.url)("@azure/msal-browser/package.json"));
    expect(heard).toMatchObject([
      {
        messageType: "NestedAppAuthRequest",
        method: "GetToken",
        clientLibraryVersion: version,
        tokenParams: { ...asked, authenticationScheme: "Bearer" },
      },
    ]);
  });

  it("is good until five minutes before its end", async () => {
    hostThat(({ requestId }) => [{ requestId, success: true, token }]);
    const before = Date.now();
    const until = (await firstToken(asked))?.goodUntil ?? 0;
    expect(until).toBeGreaterThanOrEqual(before + 3300_000);
    expect(until).toBeLessThanOrEqual(Date.now() + 3300_000);
  });

  it("is not taken from an answer to somebody else's request", async () => {
    const other = { ...token, access_token: "another's" };
    hostThat(({ requestId }) => [
      { requestId: "other", success: true, token: other },
      { requestId, success: true, token },
    ]);
    expect((await firstToken(asked))?.token).toBe("a token");
  });

  it.each([
    ["Teams refuses", { success: false, error: { status: "USER_INTERACTION_REQUIRED" } }],
    ["the answer holds none", { success: true, token: { access_token: "", expires_in: 3600 } }],
  ])("is none where %s, and MSAL asks again", async (_when, answer) => {
    hostThat(({ requestId }) => [{ requestId, ...answer }]);
    expect(await firstToken(asked)).toBeUndefined();
  });

  it("is none where the host has no such bridge", async () => {
    vi.stubGlobal("window", {});
    expect(await firstToken(asked)).toBeUndefined();
  });
});
