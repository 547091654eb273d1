import { z } from "zod";
import type { NestedTokenAsked, PageSettings } from "../../page-settings.ts";
import { RefusedByTeams, type Server } from "../server.ts";

const bridgeRequest = z.object({
  messageType: z.literal("NestedAppAuthRequest"),
  method: z.string(),
  requestId: z.string(),
  tokenParams: z
    .object({ clientId: z.string(), scope: z.string(), claims: z.string().optional() })
    .optional(),
});

type BridgeRequest = z.infer<typeof bridgeRequest>;

/**
 * The bridge that MSAL speaks over inside a host (nested app authentication): the person of this page
 * is the account, and their tokens come from the local sign-in. Requests and answers are JSON.
 */
export function nestedAppAuth(
  server: Server,
  settings: PageSettings,
): (request: string) => Promise<string> {
  return async (json) => {
    const request = bridgeRequest.parse(JSON.parse(json));
    const base = { messageType: "NestedAppAuthResponse", requestId: request.requestId };
    return JSON.stringify({ ...base, ...(await answer(server, settings, request)) });
  };
}

async function answer(server: Server, settings: PageSettings, request: BridgeRequest) {
  const { method, tokenParams } = request;
  if (method === "GetInitContext") return { success: true, initContext: initContext(settings) };
  if ((method === "GetToken" || method === "GetTokenPopup") && tokenParams)
    return token(server, { ...tokenParams, interactive: method === "GetTokenPopup" });
  return failure("PERSISTENT_ERROR", "unsupported_method", `This page does not do ${method}.`);
}

function initContext({ person, tenantId }: PageSettings) {
  return {
    sdkName: "teams-on-this-machine",
    sdkVersion: "1.0.0",
    capabilities: { queryAccount: true },
    accountContext: {
      homeAccountId: `${person.objectId}.${tenantId}`,
      environment: location.host,
      tenantId,
    },
  };
}

async function token(server: Server, asked: NestedTokenAsked) {
  try {
    const given = await server.token(asked);
    return {
      success: true,
      token: {
        access_token: given.accessToken,
        id_token: given.idToken,
        expires_in: given.expiresIn,
        scope: given.scope,
        authority: given.authority,
        properties: null,
      },
      account: given.account,
    };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    if (cause instanceof RefusedByTeams && cause.code === "interaction_required")
      return failure("USER_INTERACTION_REQUIRED", cause.code, why);
    return failure("PERSISTENT_ERROR", "invalid_grant", why);
  }
}

function failure(status: string, code: string, description: string) {
  return { success: false, error: { status, code, description } };
}
