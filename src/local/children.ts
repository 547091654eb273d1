import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { once } from "node:events";

/** A program of this project that ended with an error; the message is what it said. */
class ChildFailed extends Error {}

interface Run {
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** Runs a program of ours to its end. Rejects with what it said where it fails. */
export async function runToEnd(
  program: string,
  words: readonly string[],
  { environment, signal }: Run,
): Promise<void> {
  const child = spawn(process.execPath, [program, ...words], {
    env: environment,
    signal,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr
    .setEncoding("utf8")
    .on("data", (text: string) => (said = (said + text).slice(-4000)));
  const [code] = await once(child, "close");
  if (code !== 0)
    throw new ChildFailed(said.trim() || `${program} ended with code ${String(code)}.`);
}

/**
 * Starts a program of ours that serves until it is told to stop. Its channel to this process is its life line: when this
 * process is gone, however it went, the channel closes and the program ends.
 */
export function runServing(
  program: string,
  environment: NodeJS.ProcessEnv,
  logFile: string,
): ChildProcess {
  const child = spawn(process.execPath, [program], {
    env: environment,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const log = createWriteStream(logFile, { flags: "a" });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  return child;
}
