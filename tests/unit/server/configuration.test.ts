import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverConfiguration } from "#server/configuration.ts";

const aKey = "-----BEGIN PRIVATE KEY-----\na key\n-----END PRIVATE KEY-----\n";

describe("the server's settings", () => {
  let folder: string;
  let settings: NodeJS.ProcessEnv;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "settings-"));
    writeFileSync(join(folder, "key.pem"), aKey);
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
      botPrivateKey: aKey,
    });
  });

  it("hold the bot's key as a file or itself, and one of them", () => {
    const { BOT_PRIVATE_KEY_FILE: _file, ...rest } = settings;
    expect(serverConfiguration({ ...rest, BOT_PRIVATE_KEY: aKey }).botPrivateKey).toBe(aKey);
    for (const none of [rest, { ...settings, BOT_PRIVATE_KEY: aKey }]) {
      expect(() => serverConfiguration(none)).toThrow(/KEY_FILE or BOT_PRIVATE_KEY \(one of them/);
    }
    const older = aKey.replaceAll("PRIVATE KEY", "RSA PRIVATE KEY");
    expect(() => serverConfiguration({ ...rest, BOT_PRIVATE_KEY: older })).toThrow(/PKCS 8/);
    const unread =
      "@Microsoft.KeyVault(SecretUri=https://plan-vault.vault.azure.net/secrets/key/1)";
    expect(() => serverConfiguration({ ...rest, BOT_PRIVATE_KEY: unread })).toThrow(
      /BOT_PRIVATE_KEY \(Azure could not read it from the vault/,
    );
  });

  it("are named, all at once, where they are missing or wrong", () => {
    const wrong = {
      ...settings,
      TENANT_ID: undefined,
      BASE_URL: "not an address",
      PORT: "eighty",
      BOT_PRIVATE_KEY_FILE: undefined,
    };
    expect(() => serverConfiguration(wrong)).toThrow(
      /wrong: TENANT_ID \(missing\), PORT \(.*\), BASE_URL \(.*\), BOT_PRIVATE_KEY_FILE or/,
    );
  });

  it("say which file of the key can't be read", () => {
    expect(() =>
      serverConfiguration({ ...settings, BOT_PRIVATE_KEY_FILE: "/nowhere/key.pem" }),
    ).toThrow("BOT_PRIVATE_KEY_FILE (/nowhere/key.pem can't be read)");
  });
});
