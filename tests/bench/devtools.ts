import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumFlags, ensureBrowser } from "#tests/support/chromium.ts";
import * as z from "zod/mini";

const message = z.object({
  id: z.optional(z.number()),
  method: z.optional(z.string()),
  params: z.optional(z.record(z.string(), z.unknown())),
  result: z.optional(z.record(z.string(), z.unknown())),
  error: z.optional(z.object({ message: z.string() })),
  sessionId: z.optional(z.string()),
});

export type Fields = Readonly<Record<string, unknown>>;

/** One conversation with the browser, a page or a frame. */
export interface Devtools {
  readonly send: (method: string, fields?: Fields) => Promise<Fields>;
  readonly on: (method: string, told: (fields: Fields) => void) => void;
  /** The conversation with that target. */
  readonly of: (sessionId: string) => Devtools;
}

interface ABrowser {
  readonly devtools: Devtools;
  readonly close: () => Promise<void>;
}

/**
 * Chromium with nothing switched on in it but what is asked for. A library for testing watches requests, scripts and
 * consoles, and each look into a running script has a slow computer read that script again: half of all its time.
 */
export async function launchBare(): Promise<ABrowser> {
  const folder = mkdtempSync(join(tmpdir(), "bare-browser-"));
  const child = spawn(ensureBrowser(), [...flags, `--user-data-dir=${folder}`, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const socket = new WebSocket(await addressOf(child));
  await once(socket, "open");
  return {
    devtools: converse(socket),
    async close() {
      const closed = once(child, "close");
      child.kill();
      await closed;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

const flags = [...chromiumFlags, "--remote-debugging-port=0"];

async function addressOf(child: ChildProcess): Promise<string> {
  let said = "";
  for await (const part of child.stderr ?? []) {
    said += String(part);
    const address = /ws:\/\/\S+/.exec(said)?.[0];
    if (address) return address;
  }
  throw new Error(`Chromium ended: ${said.slice(-500)}`);
}

function converse(socket: WebSocket): Devtools {
  const waiting = new Map<number, PromiseWithResolvers<Fields>>();
  const listeners = new Set<(told: z.infer<typeof message>) => void>();
  socket.addEventListener("message", ({ data }) => {
    const told = message.parse(JSON.parse(String(data)));
    if (told.id === undefined) for (const each of listeners) each(told);
    else if (told.error) waiting.get(told.id)?.reject(new Error(told.error.message));
    else waiting.get(told.id)?.resolve(told.result ?? {});
  });
  socket.addEventListener("close", () => {
    for (const each of waiting.values()) each.reject(new Error("Chromium ended."));
  });
  let last = 0;
  const as = (sessionId?: string): Devtools => ({
    of: as,
    send(method, params = {}) {
      const id = ++last;
      const answer = Promise.withResolvers<Fields>();
      waiting.set(id, answer);
      socket.send(JSON.stringify({ id, method, params, sessionId }));
      return answer.promise;
    },
    on(method, told) {
      listeners.add((each) => {
        if (each.method === method && each.sessionId === sessionId) told(each.params ?? {});
      });
    },
  });
  return as();
}
