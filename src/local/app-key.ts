import { createPublicKey, generateKeyPair } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

export interface AppKey {
  /** The private half, PEM; only the app reads it. */
  readonly file: string;
  /** The public half, PEM, which the sign-in knows the app by. */
  readonly publicKey: string;
}

/** The key that the app proves itself with; made once for a data folder. */
export async function appKey(dataFolder: string): Promise<AppKey> {
  const file = join(dataFolder, "app-key.pem");
  if (!existsSync(file)) {
    const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
    writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  }
  const publicKey = createPublicKey(readFileSync(file)).export({ type: "spki", format: "pem" });
  return { file, publicKey: publicKey.toString() };
}
