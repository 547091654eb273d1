import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverConfiguration } from "#server/configuration.ts";

describe("the server's settings", () => {
  let folder: string;
  let settings: NodeJS.ProcessEnv;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "settings-"));
    writeFileSync(join(folder, "key.pem"), "a key");
    settings = {
      SHAREPOINT_SITE_URL: "https://place.sharepoint.com/sites/plan/",
      TENANT_ID: "tenant",
      BOT_CLIENT_ID: "bot",
      BOT_PRIVATE_KEY_FILE: join(folder, "key.pem"),
      BASE_URL: "https://plan.place.example",
      TAB_CLIENT_ID: "tab",
      TEAMS_APP_ID: "app",
    };
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("are Microsoft's own addresses where nothing else is said", () => {
    expect(serverConfiguration(settings)).toMatchObject({
      AUTHORITY: "https://login.microsoftonline.com",
      BOT_SERVICE_HOSTS: ["smba.trafficmanager.net"],
      BOT_TOKEN_SERVICE_URL: "https://token.botframework.com",
      HOST: "127.0.0.1",
      SHAREPOINT_SITE_URL: "https://place.sharepoint.com/sites/plan",
      botPrivateKey: "a key",
    });
  });

  it("hold the bot's key as a file or itself, and one of them", () => {
    const { BOT_PRIVATE_KEY_FILE: _file, ...rest } = settings;
    expect(serverConfiguration({ ...rest, BOT_PRIVATE_KEY: "the key" }).botPrivateKey).toBe(
      "the key",
    );
    expect(() => serverConfiguration(rest)).toThrow(/one of BOT_PRIVATE_KEY_FILE/);
    expect(() => serverConfiguration({ ...settings, BOT_PRIVATE_KEY: "the key" })).toThrow(
      /one of BOT_PRIVATE_KEY_FILE/,
    );
  });

  it("are named, all at once, where they are missing or wrong", () => {
    const wrong = { ...settings, TENANT_ID: undefined, BASE_URL: "not an address", PORT: "eighty" };
    expect(() => serverConfiguration(wrong)).toThrow(
      /TENANT_ID.*PORT.*BASE_URL|TENANT_ID.*BASE_URL.*PORT|BASE_URL.*TENANT_ID/s,
    );
  });

  it("say which file of the key can't be read", () => {
    expect(() =>
      serverConfiguration({ ...settings, BOT_PRIVATE_KEY_FILE: "/nowhere/key.pem" }),
    ).toThrow("/nowhere/key.pem, which can't be read");
  });
});
