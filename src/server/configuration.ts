import { readFileSync } from "node:fs";
import { z } from "zod";

const url = z.url().transform((text) => text.replace(/\/+$/, ""));
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);

const tenancy = {
  /** The site that holds the plan's lists. */
  SHAREPOINT_SITE_URL: url,
  /** Where tokens come from. */
  AUTHORITY: url.default("https://login.microsoftonline.com"),
  TENANT_ID: z.string().min(1),
  BOT_CLIENT_ID: z.string().min(1),
  /** PEM file of the private key whose certificate the app registration knows. */
  BOT_PRIVATE_KEY_FILE: z.string().min(1).optional(),
  /** The same PEM itself, where the platform puts secrets into the environment. */
  BOT_PRIVATE_KEY: z.string().min(1).optional(),
  /** SHA-1 thumbprint of that certificate, hexadecimal; Entra finds the certificate by it. */
  BOT_CERTIFICATE_THUMBPRINT: z
    .string()
    .regex(/^[0-9a-fA-F]{40}$/, "40 hexadecimal digits")
    .optional(),
};

const settings = z.object({
  ...tenancy,
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4282),
  /** How the outside reaches this server; https in production. */
  BASE_URL: url,
  TAB_CLIENT_ID: z.string().min(1),
  TEAMS_APP_ID: z.string().min(1),
  BOT_OPENID_METADATA_URL: url.default(
    "https://login.botframework.com/v1/.well-known/openidconfiguration",
  ),
  /** Who signs what Teams sends (learn.microsoft.com: Authentication with the Bot Connector API); other clouds have another. */
  BOT_TOKEN_ISSUER: url.default("https://api.botframework.com"),
  /** Where the bot sends what nobody asked for just now. */
  BOT_SERVICE_URL: z.url().default("https://smba.trafficmanager.net/teams/"),
  /** Hosts that an activity may name as its `serviceUrl`; `host` or `host:port`. */
  BOT_SERVICE_HOSTS: list.default(["smba.trafficmanager.net"]),
  BOT_TOKEN_SERVICE_URL: url.default("https://token.botframework.com"),
  OAUTH_CONNECTION: z.string().default("sharepoint"),
  /** Origins beside Teams' own that may show the tab in a frame. */
  TEAMS_HOST_ORIGINS: list.default([]),
  /** An OpenTelemetry collector, OTLP over HTTP; without it nothing is measured. */
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
});

export type ServerConfiguration = z.infer<typeof settings> & { readonly botPrivateKey: string };
export type TenancyConfiguration = z.infer<z.ZodObject<typeof tenancy>> & {
  readonly botPrivateKey: string;
};

/** The configuration is not usable; the message says which settings, and what is wrong with each. */
export class ConfigurationError extends Error {
  readonly code = "configuration";
}

/** The server's settings from its environment. Throws ConfigurationError. */
export function serverConfiguration(environment: NodeJS.ProcessEnv): ServerConfiguration {
  return withKey(settings, environment);
}

/** What a command needs to reach the site as the app. Throws ConfigurationError. */
export function tenancyConfiguration(environment: NodeJS.ProcessEnv): TenancyConfiguration {
  return withKey(z.object(tenancy), environment);
}

/** Everything that is wrong is said at once, the key included. */
function withKey<T extends z.infer<z.ZodObject<typeof tenancy>>>(
  schema: z.ZodType<T>,
  environment: NodeJS.ProcessEnv,
): T & { readonly botPrivateKey: string } {
  const result = schema.safeParse(environment);
  const key = keyOf(environment);
  const wrong = [
    ...(result.error?.issues ?? []).map(
      ({ path, message }) =>
        `${path.join(".")} (${environment[path.join(".")] === undefined ? "missing" : message})`,
    ),
    ...("problem" in key ? [key.problem] : []),
  ];
  if (result.success && "pem" in key) return { ...result.data, botPrivateKey: key.pem };
  throw new ConfigurationError(
    `These settings are missing or wrong: ${wrong.join(", ")}. docs/configuration.md lists them.`,
    { cause: "cause" in key ? key.cause : undefined },
  );
}

type Key = { readonly pem: string } | { readonly problem: string; readonly cause?: unknown };

function keyOf({ BOT_PRIVATE_KEY_FILE: file, BOT_PRIVATE_KEY: given }: NodeJS.ProcessEnv): Key {
  if (Boolean(file) === Boolean(given)) {
    return {
      problem:
        "BOT_PRIVATE_KEY_FILE or BOT_PRIVATE_KEY (one of them: the bot's private key, as a file or itself)",
    };
  }
  if (given) return pemOf("BOT_PRIVATE_KEY", given);
  try {
    return pemOf("BOT_PRIVATE_KEY_FILE", readFileSync(file ?? "", "utf8"));
  } catch (cause) {
    return { problem: `BOT_PRIVATE_KEY_FILE (${file} can't be read)`, cause };
  }
}

/**
 * A key with a password, or in the older form of OpenSSL, would only be noticed when the first token is asked for. Azure
 * hands over a reference itself where it could not read the vault (learn.microsoft.com: Key Vault references).
 */
function pemOf(name: string, pem: string): Key {
  if (pem.startsWith("@Microsoft.KeyVault(")) {
    return { problem: `${name} (Azure could not read it from the vault; docs/deploy.md, step 4)` };
  }
  return pem.includes("-----BEGIN PRIVATE KEY-----")
    ? { pem }
    : { problem: `${name} (no private key of the form PKCS 8: "-----BEGIN PRIVATE KEY-----")` };
}
