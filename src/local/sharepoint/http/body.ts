import type { IncomingMessage } from "node:http";
import { tooLarge } from "../errors.ts";

const mega = 1024 * 1024;

/** Files may be large; what is parsed may not. */
export function bodyLimit(path: string): number {
  return /\/(?:add|addusingpath|startupload|continueupload|finishupload)\(|\/\$value$/i.test(path)
    ? 300 * mega
    : 4 * mega;
}

/** Reads the whole body. Throws 413 beyond the limit, without keeping what comes after. */
export async function readAll(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
