import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { decodeJwt, errors } from "jose";
import { z } from "zod";
import type { BotConfiguration, Log } from "./bot-options.ts";

/** Teams sends cards of 100 KB at most, and not as much again around them. */
const mostBytes = "256kb";

const refusals = {
  "not-the-connector": [401, "Only the Bot Connector may send activities."],
  "too-large": [413, "The activity is too large."],
  unreadable: [400, "The activity cannot be read."],
  "not-teams": [403, "Only activities of Microsoft Teams are answered."],
  "other-tenant": [403, "The activity belongs to another tenant."],
  "other-service": [403, "The activity names a service that is not allowed."],
} as const;

type Refusal = keyof typeof refusals;

const envelope = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.object({ tenantId: z.string().optional() }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).nullish(),
});

/**
 * Puts before the SDK's own check (signature, audience, time) what that check leaves open. The SDK
 * would also take an Entra token of any tenant for this bot's client id, believe whatever `from` came
 * with it, and send the bot's token to whatever `serviceUrl` it names. So only the connector's issuer
 * passes, only Teams (other channels let callers say who they are), our tenant, and known hosts.
 */
export function guardMessages(
  web: Express,
  path: string,
  { configuration, log }: { readonly configuration: BotConfiguration; readonly log: Log },
): void {
  const refuse = (response: Response, code: Refusal) => {
    const [status, message] = refusals[code];
    log("warn", "activity refused", { code });
    response.status(status).json({ error: { code, message } });
  };
  web.post(
    path,
    (request, response, next) => {
      if (issuerOf(request) === configuration.tokenIssuer) next();
      else refuse(response, "not-the-connector");
    },
    express.json({ limit: mostBytes }),
    (request, response, next) => {
      const problem = problemOf(request.body, configuration);
      if (problem) refuse(response, problem);
      else next();
    },
  );
  web.use(path, (cause: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const { success } = z.object({ type: z.literal("entity.too.large") }).safeParse(cause);
    refuse(response, success ? "too-large" : "unreadable");
  });
}

/** Not verified yet: the SDK does that, once it is known that it is looking at a connector's token. */
function issuerOf({ headers }: Request): string | undefined {
  const [scheme, token, ...more] = headers.authorization?.split(" ") ?? [];
  if (scheme !== "Bearer" || !token || more.length > 0) return undefined;
  try {
    return decodeJwt(token).iss;
  } catch (cause) {
    if (cause instanceof errors.JWTInvalid) return undefined;
    throw cause;
  }
}

function problemOf(body: unknown, configuration: BotConfiguration): Refusal | undefined {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return "unreadable";
  const { channelId, serviceUrl, conversation, channelData } = parsed.data;
  if (channelId !== "msteams") return "not-teams";
  const tenants = [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined);
  if (tenants.length === 0 || tenants.some((id) => id !== configuration.tenantId)) {
    return "other-tenant";
  }
  return isAllowedService(serviceUrl, configuration.serviceHosts) ? undefined : "other-service";
}

/** https only, or a service on the machine itself: what is sent there leaves no machine. */
function isAllowedService(serviceUrl: string, hosts: readonly string[]): boolean {
  const url = URL.parse(serviceUrl);
  if (!url || url.username || url.password) return false;
  const secret =
    url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  return secret && hosts.includes(url.host);
}

function isLoopback(hostname: string): boolean {
  return hostname === "127.0.0.1" || hostname === "localhost" || hostname === "[::1]";
}
