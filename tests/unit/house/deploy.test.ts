import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { serverConfiguration } from "#server/configuration.ts";

const root = join(import.meta.dirname, "../../..");
const template = readFileSync(join(root, "docs/deploy/azure.bicep"), "utf8");
const settings = [...template.matchAll(/^ {6}([A-Z][A-Z0-9_]+):/gm)].map(([, name = ""]) => name);
const documented = readFileSync(join(root, "docs/configuration.md"), "utf8");

/** Settings of the App Service itself. */
const ofThePlatform = new Set(["WEBSITES_PORT", "SCM_DO_BUILD_DURING_DEPLOYMENT"]);

describe("the template for Azure", () => {
  it("gives the server every setting that it cannot do without", () => {
    const given = Object.fromEntries(settings.map((name) => [name, "https://place.example"]));
    expect(() =>
      serverConfiguration({ ...given, PORT: "8080", BOT_CERTIFICATE_THUMBPRINT: "0".repeat(40) }),
    ).not.toThrow();
  });

  it("gives no setting that is not in docs/configuration.md", () => {
    expect(settings.length).toBeGreaterThan(10);
    const unknown = settings.filter(
      (name) => !ofThePlatform.has(name) && !documented.includes(`\`${name}\``),
    );
    expect(unknown).toEqual([]);
  });
});
