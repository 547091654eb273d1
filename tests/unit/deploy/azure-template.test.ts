import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { serverConfiguration } from "#server/configuration.ts";
import { armTemplate, deployed, resourceId, someParameters } from "#tests/support/arm-template.ts";
import { notAsPublished } from "./as-published.ts";

const root = join(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const template = armTemplate.parse(JSON.parse(read("docs/deploy/azuredeploy.json")));
const documented = read("docs/configuration.md");
const { resources, outputs } = deployed(template, someParameters);

/** Azure's rules for names (learn.microsoft.com: Naming rules and restrictions for Azure resources). */
const names: Record<string, RegExp> = {
  "Microsoft.OperationalInsights/workspaces": /^[a-z\d][a-z\d-]{2,61}[a-z\d]$/i,
  "Microsoft.Web/serverfarms": /^[a-z\d-]{1,60}$/i,
  "Microsoft.Web/sites": /^[a-z\d][a-z\d-]{0,58}[a-z\d]$/i,
  "Microsoft.KeyVault/vaults": /^[a-z](?!.*--)[a-z\d-]{1,22}[a-z\d]$/i,
  "Microsoft.KeyVault/vaults/secrets": /^[^/]+\/[a-z\d-]{1,127}$/i,
  "Microsoft.BotService/botServices": /^[a-z\d][\w.-]{1,63}$/i,
  "Microsoft.BotService/botServices/connections": /^[^/]+\/[a-z\d][\w.-]{1,63}$/i,
  "Microsoft.Authorization/roleAssignments": /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
};

const made = (type: string, name?: string) => {
  const found = resources.filter((one) => one.type === type && (!name || one.name === name));
  if (!found[0]) throw new Error(`No ${type} ${name ?? ""}`);
  return found[0];
};
const settings = z
  .record(z.string(), z.string())
  .parse(made("Microsoft.Web/sites/config", "plan/appsettings")["properties"]);

const holders = (secret: string) =>
  [...resources, { type: "outputs", name: "", outputs }]
    .filter((one) => JSON.stringify(one).includes(secret))
    .map(({ type }) => type);

describe("the template for Azure", () => {
  it.each(resources.map((one) => [`${one.type} ${one.name}`, one] as const))(
    "sets of %s what Azure publishes of it, as it publishes it",
    (_title, { type, apiVersion, name: _name, scope: _scope, dependsOn: _after, ...set }) => {
      expect(notAsPublished(`${type}@${apiVersion}`, set)).toEqual([]);
    },
  );

  it.each(["abc", "a".repeat(16)])("makes names that Azure takes out of %s", (name) => {
    const named = deployed(template, { ...someParameters, name }).resources;
    for (const [type, rule] of Object.entries(names)) {
      expect(named.find((one) => one.type === type)?.name).toMatch(rule);
    }
  });

  it("makes nothing before what it stands on, and everything once", () => {
    const ids = resources.map(({ type, name, scope }) => resourceId(type, name, scope));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, type, scope, dependsOn = [] } of resources) {
      expect(ids).toEqual(expect.arrayContaining(dependsOn));
      const on = [scope, type.split("/").length > 2 ? parentOf(type, name) : undefined];
      expect(dependsOn).toEqual(expect.arrayContaining(on.filter((id) => id !== undefined)));
    }
  });

  it("gives the server every setting that it cannot do without, and none that is not documented", () => {
    const pem = "-----BEGIN PRIVATE KEY-----";
    const configuration = serverConfiguration({ ...settings, BOT_PRIVATE_KEY: pem });
    expect(configuration).toMatchObject({
      BASE_URL: "https://plan.azurewebsites.net",
      HOST: "0.0.0.0",
      PORT: 8080,
      TENANT_ID: "the-tenant",
      BOT_CERTIFICATE_THUMBPRINT: someParameters.botCertificateThumbprint,
    });
    const ofThePlatform = new Set(["SCM_DO_BUILD_DURING_DEPLOYMENT"]);
    const unknown = Object.keys(settings).filter(
      (name) => !ofThePlatform.has(name) && !documented.includes(`\`${name}\``),
    );
    expect(unknown).toEqual([]);
  });

  it("measures where a collector is named, and answers at a domain of your own", () => {
    const given = { ...someParameters, otlpEndpoint: "https://otel.example", host: "plan.example" };
    const measured = deployed(template, given).resources;
    const properties = (type: string) => measured.find((one) => one.type === type)?.["properties"];
    expect(settings).not.toHaveProperty("OTEL_EXPORTER_OTLP_ENDPOINT");
    expect(properties("Microsoft.Web/sites/config")).toMatchObject({
      OTEL_EXPORTER_OTLP_ENDPOINT: "https://otel.example",
      BASE_URL: "https://plan.example",
    });
    expect(properties("Microsoft.BotService/botServices")).toMatchObject({
      endpoint: "https://plan.example/api/messages",
    });
  });

  it("shows a secret to the vault and the bot service, and to nothing else", () => {
    const secrets = Object.keys(template.parameters).filter(
      (name) => template.parameters[name]?.type === "secureString",
    );
    expect(secrets).toEqual(["botPrivateKey", "botConnectionSecret"]);
    expect(holders("-----BEGIN")).toEqual(["Microsoft.KeyVault/vaults/secrets"]);
    expect(holders(someParameters.botConnectionSecret)).toEqual([
      "Microsoft.BotService/botServices/connections",
    ]);
    expect(settings["BOT_PRIVATE_KEY"]).toMatch(/^@Microsoft\.KeyVault\(SecretUri=https:.*\)$/);
  });

  it("lets the web app read the vault, and no more than that", () => {
    expect(made("Microsoft.Authorization/roleAssignments")).toMatchObject({
      scope: resourceId("Microsoft.KeyVault/vaults", "plan-vault"),
      properties: {
        principalId: `principal of ${resourceId("Microsoft.Web/sites", "plan")}`,
        // "Key Vault Secrets User" among Azure's built-in roles.
        roleDefinitionId: expect.stringMatching(/\/4633458b-17de-408a-b874-0445c86b69e6$/),
      },
    });
  });

  it("runs several copies over HTTPS alone, watched, without passwords for publishing", () => {
    expect(made("Microsoft.Web/serverfarms")).toMatchObject({ sku: { capacity: 2 } });
    expect(made("Microsoft.Web/sites")).toMatchObject({
      identity: { type: "SystemAssigned" },
      properties: {
        httpsOnly: true,
        clientAffinityEnabled: false,
        siteConfig: { minTlsVersion: "1.2", healthCheckPath: "/healthz", alwaysOn: true },
      },
    });
    for (const way of ["plan/ftp", "plan/scm"]) {
      const policy = made("Microsoft.Web/sites/basicPublishingCredentialsPolicies", way);
      expect(policy).toMatchObject({ properties: { allow: false } });
    }
  });

  it("signs people in for the SharePoint of the site, at the connection that the server asks for", () => {
    const connection = made("Microsoft.BotService/botServices/connections");
    expect(connection.name).toBe(`plan-bot/${settings["OAUTH_CONNECTION"]}`);
    expect(connection).toMatchObject({
      properties: { scopes: "https://place.sharepoint.com/AllSites.Write" },
    });
  });
});

describe("docs/deploy.md", () => {
  const steps = read("docs/deploy.md");
  const commands = [...steps.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = ""]) =>
    block
      .replaceAll(/\\\n\s*/g, "")
      .trim()
      .split("\n"),
  );

  it("gives the template everything it asks for, each from the setting that it becomes", () => {
    const create = commands.find((line) => line.startsWith("az deployment group create")) ?? "";
    expect(create).toContain("--template-file docs/deploy/azuredeploy.json");
    const [, words = ""] = create.split("--parameters ");
    const given = z
      .record(z.string(), z.string())
      .parse(Object.fromEntries(words.split(" ").map((word) => word.split("=", 2))));
    const asked = Object.entries(template.parameters);
    const required = asked.filter(([, { defaultValue }]) => defaultValue === undefined);
    expect(Object.keys(given).toSorted()).toEqual(required.map(([name]) => name).toSorted());
    const fromSettings = Object.entries(given).filter(([, value]) => value.startsWith('"$'));
    expect(fromSettings.length).toBe(5);
    for (const [name, value] of fromSettings) {
      const setting = value.slice(2, -1);
      expect(documented).toContain(`\`${setting}\``);
      expect(template.parameters[name]?.metadata?.description).toContain(`${setting},`);
      expect(settings[setting]).toBe(deployedWith(name));
    }
  });

  it("packs what there is, the reminders with it", () => {
    const zips = commands.filter((line) => /\bzip -qr/.test(line)).join(" ");
    const packed =
      zips.match(/(?<= )(src|adaptive-cards|manifest|package\.json|App_Data)\b/g) ?? [];
    expect(packed.toSorted()).toEqual([
      "App_Data",
      "adaptive-cards",
      "manifest",
      "package.json",
      "src",
    ]);
    const job = "docs/deploy/App_Data/jobs/triggered/remind";
    const schedule = z.object({ schedule: z.string(), is_singleton: z.literal(true) });
    expect(
      schedule.parse(JSON.parse(read(`${job}/settings.job`))).schedule.split(" "),
    ).toHaveLength(6);
    expect(read(`${job}/run.sh`)).toContain("node src/cli/main.ts remind");
  });
});

/** What the parameter of that name was given in these tests. */
const deployedWith = (name: string) =>
  Object.entries(someParameters).find(([key]) => key === name)?.[1];

const parentOf = (type: string, name: string) =>
  resourceId(type.replace(/\/[^/]+$/, ""), name.replace(/\/[^/]+$/, ""));
