import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { z } from "zod";

interface Answer {
  readonly value: unknown;
  readonly error: string | undefined;
}
interface Call {
  readonly children: readonly Call[];
  tryEvaluate(state: unknown, options?: unknown): Answer;
}
type Evaluate = (call: Call, state: unknown, options: unknown) => Answer;

// A plain import fails in Node: the package's ES build names files without their extension.
const require = createRequire(import.meta.url);
const {
  Expression,
  ExpressionEvaluator,
  ExpressionParser,
}: {
  Expression: { lookup(name: string): object };
  ExpressionEvaluator: new (name: string, evaluate: Evaluate) => object;
  ExpressionParser: new (lookup: (name: string) => object) => { parse(text: string): Call };
} = require("adaptive-expressions");

const parameter = z.strictObject({
  type: z.enum(["string", "int", "secureString"]),
  defaultValue: z.union([z.string(), z.number()]).optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minValue: z.number().optional(),
  maxValue: z.number().optional(),
  metadata: z.strictObject({ description: z.string() }).optional(),
});

/** What Azure takes of a deployment template (learn.microsoft.com: ARM template structure), as far as ours goes. */
export const armTemplate = z.strictObject({
  $schema: z.literal(
    "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  ),
  contentVersion: z.string().regex(/^\d+\.\d+\.\d+\.\d+$/),
  metadata: z.strictObject({ description: z.string() }),
  parameters: z.record(z.string(), parameter),
  variables: z.record(z.string(), z.json()),
  resources: z.array(
    z.looseObject({
      type: z.string(),
      apiVersion: z.string().regex(/^\d{4}-\d{2}-\d{2}(-preview)?$/),
      name: z.string(),
      scope: z.string().optional(),
      dependsOn: z.array(z.string()).optional(),
    }),
  ),
  outputs: z.record(z.string(), z.strictObject({ type: z.string(), value: z.string() })),
});

export type ArmTemplate = z.infer<typeof armTemplate>;
type Value = z.infer<ReturnType<typeof z.json>>;

/** What somebody who puts it into service gives the template. */
export const someParameters = {
  name: "plan",
  sharePointSiteUrl: "https://place.sharepoint.com/sites/plan",
  tabClientId: "11111111-1111-4111-8111-111111111111",
  botClientId: "22222222-2222-4222-8222-222222222222",
  botCertificateThumbprint: "0123456789abcdef0123456789abcdef01234567",
  botPrivateKey: "-----BEGIN PRIVATE KEY-----\nthe key",
  botConnectionSecret: "the connection's secret",
  teamsAppId: "33333333-3333-4333-8333-333333333333",
};

const group = "/subscriptions/the-subscription/resourceGroups/action-plan";

/** The id that Azure gives what a template makes, in the group of these tests. */
export function resourceId(type: string, name: string, scope = group): string {
  const [provider, ...types] = type.split("/");
  const parts = name.split("/").map((part, at) => `${types[at]}/${part}`);
  return `${scope}/providers/${provider}/${parts.join("/")}`;
}

/**
 * What a template says once Azure has put in what it is given: the resources and outputs with every expression worked
 * out. Throws where an expression does not parse, names a function that is not here, or a parameter that is not there.
 */
export function deployed(
  template: ArmTemplate,
  given: Deployment["given"],
): { readonly resources: readonly z.infer<typeof resource>[]; readonly outputs: Value } {
  const { resources, outputs } = template;
  return z
    .object({ resources: z.array(resource), outputs: z.json() })
    .parse(valueOf(z.json().parse({ resources, outputs }), { template, given }));
}

const resource = z.looseObject({
  type: z.string(),
  apiVersion: z.string(),
  name: z.string(),
  scope: z.string().optional(),
  dependsOn: z.array(z.string()).optional(),
});

interface Deployment {
  readonly template: ArmTemplate;
  readonly given: Readonly<Record<string, string | number>>;
}

function valueOf(said: Value, deployment: Deployment): Value {
  if (Array.isArray(said)) return said.map((part) => valueOf(part, deployment));
  if (typeof said === "object" && said !== null) {
    return Object.fromEntries(
      Object.entries(said).map(([name, part]) => [name, valueOf(part, deployment)]),
    );
  }
  const expression = typeof said === "string" ? /^\[(?!\[)(.*)\]$/s.exec(said)?.[1] : undefined;
  return expression === undefined ? said : worked(expression, deployment);
}

/** Azure's expressions and those of adaptive cards are one language; the functions that ours use are given here. */
function worked(expression: string, deployment: Deployment): Value {
  const known = functions(deployment);
  const parser = new ExpressionParser((name) => {
    if (name === "Accessor" || name === "Element") return Expression.lookup(name);
    const does = known[name];
    if (!does) throw new Error(`Azure's ${name}() is not known here: ${expression}`);
    return new ExpressionEvaluator(name, (call, state, options) => {
      const asked = call.children.map((child) => child.tryEvaluate(state, options));
      const error = asked.find((answer) => answer.error)?.error;
      return { value: error ? undefined : does(...asked.map(({ value }) => value)), error };
    });
  });
  const { value, error } = parser.parse(expression).tryEvaluate({});
  if (error || value === undefined) throw new Error(`${expression}: ${error ?? "nothing"}`);
  return z.json().parse(value);
}

const text = z.string();
const made = z.record(z.string(), z.json());

function functions(deployment: Deployment): Record<string, (...said: unknown[]) => Value> {
  const { template, given } = deployment;
  return {
    parameters: (name) => {
      const { defaultValue } = template.parameters[text.parse(name)] ?? {};
      return valueOf(z.json().parse(given[text.parse(name)] ?? defaultValue), deployment);
    },
    variables: (name) => valueOf(z.json().parse(template.variables[text.parse(name)]), deployment),
    concat: (...parts) => parts.map((part) => text.parse(part)).join(""),
    split: (said, at) => text.parse(said).split(text.parse(at)),
    empty: (said) => said === "",
    if: (test, yes, no) => z.json().parse(test === true ? yes : no),
    createObject: (...said) =>
      Object.fromEntries(
        said.flatMap((name, at) =>
          at % 2 ? [] : [[text.parse(name), z.json().parse(said[at + 1])]],
        ),
      ),
    union: (...objects) => Object.assign({}, ...objects.map((object) => made.parse(object))),
    guid: (...said) => {
      const hash = createHash("sha1").update(said.join("-")).digest("hex");
      return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, "$1-$2-$3-$4-$5");
    },
    resourceId: (type, ...names) => resourceId(text.parse(type), names.join("/")),
    extensionResourceId: (scope, type, ...names) =>
      resourceId(text.parse(type), names.join("/"), text.parse(scope)),
    subscriptionResourceId: (type, ...names) =>
      resourceId(text.parse(type), names.join("/"), "/subscriptions/the-subscription"),
    resourceGroup: () => ({ location: "uksouth" }),
    subscription: () => ({ tenantId: "the-subscription's-tenant" }),
    tenant: () => ({ tenantId: "the-tenant" }),
    // What Azure answers of what it has made: the identity of the web app, the address of the vault's secret.
    reference: (id) => ({
      identity: { principalId: `principal of ${text.parse(id)}` },
      secretUriWithVersion: "https://plan-vault.vault.azure.net/secrets/bot-private-key/1",
    }),
  };
}
