import { generateKeyPairSync, randomUUID, type KeyObject } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { SignJWT } from "jose";
import { openAuthority, type Authority } from "#local/sign-in/authority.ts";
import { signInRoutes } from "#local/sign-in/routes.ts";
import type { Registrations } from "#local/sign-in/tokens.ts";

export const tabClientId = "7a4d2c10-0000-4000-8000-0000000000a1";
export const botClientId = "7a4d2c10-0000-4000-8000-0000000000b1";
export const sharePointOrigin = "http://127.0.0.1:4999";

/** A bot's key pair: the private half signs assertions, the public half is what it registered. */
export function aBotKey(): { privateKey: KeyObject; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { privateKey, publicKey: publicKey.export({ type: "spki", format: "pem" }).toString() };
}

/** An empty data folder that is gone after the test. */
export async function aDataFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), "action-plan-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** The sign-in alone, over HTTP on a free port. */
export async function aSignIn(): Promise<
  AsyncDisposable & {
    authority: Authority;
    registrations: Registrations;
    botKey: KeyObject;
    dataFolder: string;
  }
> {
  const folder = await aDataFolder();
  const botKey = aBotKey();
  const web = express();
  const server = createServer(web);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const origin = `http://127.0.0.1:${address.port}`;
  const authority = await openAuthority({ origin, dataFolder: folder.path });
  const registrations = {
    tabClientId,
    botClientId,
    botPublicKey: botKey.publicKey,
    sharePointOrigin,
  };
  web.use("/sign-in", signInRoutes(authority, registrations));
  return {
    authority,
    registrations,
    botKey: botKey.privateKey,
    dataFolder: folder.path,
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve));
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** What a bot signs to prove who it is; parts can be made wrong on purpose. */
export function anAssertion(
  key: KeyObject,
  audience: string,
  wrong: { issuer?: string; expires?: string; id?: string } = {},
): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: "RS256" })
    .setIssuer(wrong.issuer ?? botClientId)
    .setSubject(wrong.issuer ?? botClientId)
    .setAudience(audience)
    .setJti(wrong.id ?? randomUUID())
    .setExpirationTime(wrong.expires ?? "5m")
    .sign(key);
}

/** Asks the token endpoint as a bot does. */
export async function askForToken(
  tokenEndpoint: string,
  assertion: string,
  scope: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(tokenEndpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: botClientId,
      scope,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: assertion,
    }),
  });
  return { status: answer.status, body: await answer.json() };
}
