import type { IncomingMessage } from "node:http";
import { setTimeout } from "node:timers/promises";
import { tooLarge } from "../errors.ts";

const mega = 1024 * 1024;

/** Files may be large; what is parsed may not. */
export function bodyLimit(path: string): number {
  return /\/(?:add|addusingpath|uploadimage|startupload|continueupload|finishupload)\(|\/\$value$/i.test(
    path,
  )
    ? 300 * mega
    : 4 * mega;
}

/**
 * Reads the whole body, not faster than `bytesPerSecond` where that is given.
 * Throws 413 beyond the limit, without keeping what comes after.
 */
export async function readAll(
  request: IncomingMessage,
  limit: number,
  bytesPerSecond?: number,
): Promise<Uint8Array> {
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge(limit);
  if (isEmpty(request)) return nothing;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
    if (bytesPerSecond !== undefined) await setTimeout((chunk.length / bytesPerSecond) * 1000);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

const nothing = new Uint8Array();

/** Most calls only read; waiting for the end of what never came would be a good part of their time. */
function isEmpty({ headers }: IncomingMessage): boolean {
  return Number(headers["content-length"] ?? 0) === 0 && headers["transfer-encoding"] === undefined;
}
