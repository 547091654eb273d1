import express, { Router } from "express";
import { tenant } from "../people.ts";
import type { Authority } from "./authority.ts";
import { clientCredentials, TokenRefused } from "./client-credentials.ts";
import type { Registrations } from "./tokens.ts";

/** What the sign-in publishes and answers over HTTP, mounted at `/sign-in`. */
export function signInRoutes(authority: Authority, registrations: Registrations): Router {
  const router = Router();
  const grant = clientCredentials(authority, registrations);

  router.get(`/${tenant.id}/v2.0/.well-known/openid-configuration`, (_request, response) => {
    response.json(entraMetadata(authority));
  });
  router.get(`/${tenant.id}/discovery/v2.0/keys`, (_request, response) => {
    response.json(authority.entra.keys);
  });
  router.get("/botframework/v1/.well-known/openidconfiguration", (_request, response) => {
    response.json(connectorMetadata(authority));
  });
  // The Teams SDK derives this address from the one above instead of reading jwks_uri.
  router.get("/botframework/v1/.well-known/keys", (_request, response) => {
    response.json(authority.connector.keys);
  });
  router.post(
    `/${tenant.id}/oauth2/v2.0/token`,
    express.urlencoded({ extended: false, limit: "64kb" }),
    async (request, response) => {
      response.set("cache-control", "no-store");
      try {
        const { token, lifetimeSeconds } = await grant(request.body);
        response.json({ token_type: "Bearer", expires_in: lifetimeSeconds, access_token: token });
      } catch (cause) {
        if (!(cause instanceof TokenRefused)) throw cause;
        response
          .status(cause.code === "invalid_client" ? 401 : 400)
          .json({ error: cause.code, error_description: cause.message });
      }
    },
  );
  return router;
}

function entraMetadata(authority: Authority) {
  return {
    issuer: authority.entra.name,
    jwks_uri: `${authority.tenantBase}/discovery/v2.0/keys`,
    token_endpoint: authority.tokenEndpoint,
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
    grant_types_supported: ["client_credentials"],
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}

function connectorMetadata(authority: Authority) {
  return {
    issuer: authority.connector.name,
    jwks_uri: `${authority.base}/botframework/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["private_key_post"],
  };
}
