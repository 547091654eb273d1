import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fillManifest } from "#cli/package/fill-manifest.ts";
import { manifestProblems } from "#cli/package/manifest-problems.ts";
import { packageApp } from "#cli/package/package-app.ts";

const configuration = {
  BASE_URL: "https://plan.marlshire.example",
  TEAMS_APP_ID: "7a4d2c10-0000-4000-8000-0000000000a0",
  BOT_CLIENT_ID: "7a4d2c10-0000-4000-8000-0000000000b1",
};
const template: unknown = JSON.parse(readFileSync("manifest/manifest.template.json", "utf8"));

afterEach(() => void vi.unstubAllGlobals());

describe("the package of the app", () => {
  it("holds a manifest that its schema takes, and both icons, without asking the internet", async () => {
    const asked = vi.fn<typeof fetch>();
    vi.stubGlobal("fetch", asked);
    const files = unzipSync(await packageApp({ configuration }));
    expect(Object.keys(files).toSorted()).toEqual(["color.png", "manifest.json", "outline.png"]);
    const manifest: unknown = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()));
    expect(await manifestProblems(manifest)).toEqual([]);
    expect(asked).not.toHaveBeenCalled();
    expect(manifest).toMatchObject({
      id: configuration.TEAMS_APP_ID,
      bots: [{ botId: configuration.BOT_CLIENT_ID }],
      staticTabs: [
        { entityId: "mine", contentUrl: "https://plan.marlshire.example/tab/?mine" },
        { entityId: "plan", contentUrl: "https://plan.marlshire.example/tab/" },
      ],
      configurableTabs: [{ configurationUrl: "https://plan.marlshire.example/tab/configure" }],
      developer: {
        privacyUrl: "https://plan.marlshire.example/privacy",
        termsOfUseUrl: "https://plan.marlshire.example/terms",
      },
      webApplicationInfo: { resource: `api://botid-${configuration.BOT_CLIENT_ID}` },
      validDomains: ["plan.marlshire.example"],
    });
  });

  it("is the same, byte for byte, for the same settings", async () => {
    expect(await packageApp({ configuration })).toEqual(await packageApp({ configuration }));
  });

  it("has icons of the sizes that Teams asks for", async () => {
    const files = unzipSync(await packageApp({ configuration }));
    expect(sizeOf(files["color.png"])).toEqual([192, 192]);
    expect(sizeOf(files["outline.png"])).toEqual([32, 32]);
  });

  it("is not made for an address that Teams would not open", async () => {
    const plain = { ...configuration, BASE_URL: "http://plan.marlshire.example" };
    await expect(packageApp({ configuration: plain })).rejects.toThrow("https addresses only");
  });

  it("is not made where an id is no id, and says which", async () => {
    const wrong = { ...configuration, BOT_CLIENT_ID: "the bot" };
    await expect(packageApp({ configuration: wrong })).rejects.toThrow("/bots/0/botId");
  });
});

it("keeps a setting from becoming part of the manifest's structure", () => {
  const sly = { ...configuration, TEAMS_APP_ID: '","permissions":["everything"],"x":"' };
  expect(fillManifest(template, { configuration: sly, version: "1.0.0" })).toMatchObject({
    id: sly.TEAMS_APP_ID,
    permissions: ["identity", "messageTeamMembers"],
  });
});

/** Width and height stand in a PNG's first chunk. */
function sizeOf(png: Uint8Array = new Uint8Array(24)): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}
