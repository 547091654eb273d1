import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportJWK, generateKeyPair, importJWK, type JWK, type CryptoKey } from "jose";
import { z } from "zod";

/** A key that signs tokens, and what the world needs in order to check them. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

const storedKey = z.object({
  kty: z.literal("RSA"),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

/**
 * The key of this name in the folder, made when first asked for, so that tokens stay good over a
 * restart. Throws when the folder cannot be written or the file holds something else.
 */
export async function signingKey(folder: string, name: string): Promise<SigningKey> {
  const file = join(folder, `${name}.json`);
  const stored = (await readKey(file)) ?? (await makeKey(folder, file));
  const privateKey = await importJWK({ ...stored, alg: "RS256" }, "RS256");
  if (privateKey instanceof Uint8Array) throw new Error(`${file} does not hold an RSA key.`);
  const { kty, kid, n, e } = stored;
  return {
    id: kid,
    privateKey,
    publicJwk: { kty, kid, n, e, use: "sig", alg: "RS256" },
  };
}

async function readKey(file: string): Promise<z.infer<typeof storedKey> | undefined> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw cause;
  });
  return text === undefined ? undefined : storedKey.parse(JSON.parse(text));
}

/** Linked into place whole: of two processes that start at once, both use the key of the first. */
async function makeKey(folder: string, file: string): Promise<z.infer<typeof storedKey>> {
  await mkdir(folder, { recursive: true });
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const made = { ...(await exportJWK(privateKey)), kid: randomUUID() };
  const draft = `${file}.${made.kid}`;
  await writeFile(draft, JSON.stringify(made), { mode: 0o600 });
  await link(draft, file).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return;
    throw cause;
  });
  await rm(draft);
  return storedKey.parse(JSON.parse(await readFile(file, "utf8")));
}
