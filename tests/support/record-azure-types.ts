import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import azureTypes from "#tests/unit/deploy/azure-types.json" with { type: "json" };
import { armTemplate, deployed, someParameters } from "./arm-template.ts";

/**
 * Writes down what Microsoft publishes of the resources that docs/deploy/azuredeploy.json makes. Run by hand when the
 * template makes something new or of another version: `node tests/support/record-azure-types.ts AZMCP`, where AZMCP is
 * the program of the npm package `@azure/mcp-linux-x64` (MIT), installed elsewhere: it holds the types that the Bicep
 * compiler goes by.
 */
const [, , azmcp = "azmcp"] = process.argv;
const root = join(import.meta.dirname, "../..");
const templateFile = join(root, "docs/deploy/azuredeploy.json");
const recordFile = join(root, "tests/unit/deploy/azure-types.json");

const property = z.object({ name: z.string(), type: z.string(), flags: z.string().default("") });
const object = z.object({
  $type: z.literal("Object"),
  name: z.string(),
  properties: z.array(property),
});
const choice = z.object({
  $type: z.literal("DiscriminatedObject"),
  name: z.string(),
  discriminator: z.string(),
  baseProperties: z.array(property),
  elements: z.array(object),
});
const body = z.union([object, choice]);
const resource = z.object({ $type: z.literal("Resource"), name: z.string(), bodyType: body });
const published = z.object({
  results: z.object({
    BicepSchemaResult: z.array(
      z.union([body, resource, z.object({ $type: z.literal("ResourceInstanceFunction") })]),
    ),
  }),
});
type Body = z.infer<typeof body>;
type Recorded = Record<string, Record<string, string>>;

/** The properties of a type, or of that kind of it which `value` is. */
function propertiesOf(type: Body, value: Record<string, unknown>): z.infer<typeof property>[] {
  if (type.$type === "Object") return type.properties;
  const kind = String(value[type.discriminator]).split("/").at(-1);
  const chosen = type.elements.find((element) =>
    element.properties.some((one) => one.name === type.discriminator && one.type === kind),
  );
  if (!chosen) throw new Error(`${type.name} knows no ${kind}`);
  return [...type.baseProperties, ...chosen.properties];
}

/** `string`, `bool (required)` or `string (read only)`. */
function typeOf({ type, flags }: z.infer<typeof property>): string {
  if (flags.includes("Required")) return `${type} (required)`;
  return flags.includes("ReadOnly") ? `${type} (read only)` : type;
}

/** The entries of an object, or of every object of a list. */
function entriesOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap(entriesOf);
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

/** The resource itself, and every type that what the template sets of it is made of. */
function recordOf(set: { readonly type: string; readonly apiVersion: string }): Recorded {
  const version = `${set.type}@${set.apiVersion}`;
  const asked = ["bicepschema", "get", "--resource-type", set.type];
  const said = execFileSync(azmcp, asked, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const all = published.parse(JSON.parse(said)).results.BicepSchemaResult;
  const types = new Map<string, Body>();
  for (const one of all) {
    if (one.$type === "Resource") types.set(one.name, one.bodyType);
    else if (one.$type !== "ResourceInstanceFunction") types.set(one.name, one);
  }
  const recorded: Recorded = {};
  const visit = (name: string, key: string, value: unknown) => {
    const type = types.get(name);
    if (!type) return;
    const entries = entriesOf(value);
    const properties = propertiesOf(type, Object.fromEntries(entries));
    recorded[key] = Object.fromEntries(properties.map((one) => [one.name, typeOf(one)]));
    for (const [entry, inner] of entries) {
      const next = properties.find((one) => one.name === entry)?.type.replace("[]", "") ?? "";
      visit(next, `${version} ${next}`, inner);
    }
  };
  if (!types.has(version))
    throw new Error(`${version} is not what is published: ${[...types.keys()][0]}`);
  visit(version, version, set);
  // What every resource has, in words that differ with its name, is no part of what is set of it.
  for (const name of ["apiVersion", "id", "name", "type"]) delete recorded[version]?.[name];
  return recorded;
}

const template = armTemplate.parse(JSON.parse(readFileSync(templateFile, "utf8")));
const { resources } = deployed(template, someParameters);
// Not among what that program knows: taken from Azure/azure-resource-manager-schemas instead.
const byHand = "Microsoft.Insights/diagnosticSettings";
const kept = Object.entries(azureTypes).filter(([name]) => name.startsWith(byHand));
const recorded = resources.filter(({ type }) => type !== byHand).map(recordOf);
const types: Recorded = Object.assign(Object.fromEntries(kept), ...recorded);
writeFileSync(recordFile, `${JSON.stringify(types, undefined, 2)}\n`);
