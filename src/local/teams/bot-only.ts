import type { RequestHandler } from "express";
import { errors } from "jose";
import type { Authority } from "../sign-in/authority.ts";
import { connectorAudience } from "../sign-in/tokens.ts";

/** Lets through only the bot itself, by its own app token for the connector; others get 401. */
export function botOnly(authority: Authority, botClientId: string): RequestHandler {
  return async (request, response, next) => {
    const refusal = await whyRefused(authority, botClientId, request.headers.authorization);
    if (refusal === undefined) return next();
    response
      .status(401)
      .set("www-authenticate", "Bearer")
      .json({ error: { code: "Unauthorized", message: refusal } });
  };
}

async function whyRefused(
  authority: Authority,
  botClientId: string,
  header: string | undefined,
): Promise<string | undefined> {
  const token = /^Bearer (\S+)$/i.exec(header ?? "")?.[1];
  if (token === undefined) return "A bearer token is needed.";
  try {
    const claims = await authority.entra.verify(token, connectorAudience);
    if (claims["idtyp"] === "app" && claims["appid"] === botClientId) return undefined;
    return "The token is not the bot's own.";
  } catch (cause) {
    if (cause instanceof errors.JOSEError) return `The token was refused: ${cause.message}`;
    throw cause;
  }
}
