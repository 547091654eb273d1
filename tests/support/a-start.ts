import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../src/local/start.ts", import.meta.url));

export interface Started {
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  said(): string;
  /** The address in its line `Ready: …`. Rejects with what it said where it ends first. */
  ready(): Promise<string>;
  /** Its exit code, or the signal that ended it. */
  ended(): Promise<number | string>;
}

/** `npm start -- …` as a process of its own. */
export function start(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  }
  const closed = once(child, "close").then(
    ([code, signal]: (number | string | null)[]) => code ?? signal ?? 0,
  );
  return {
    child,
    said: () => said,
    ended: () => closed,
    async ready() {
      for (;;) {
        const address = /^Ready: (\S+)$/m.exec(said)?.[1];
        if (address) return address;
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`It ended: ${said}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

/** A port that is free, with the two after it. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 20_000);
    const free = await Promise.all([first, first + 1, first + 2].map(isFree));
    if (free.every(Boolean)) return first;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
