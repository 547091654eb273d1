import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** `action-plan …` beside the product that keeps its data in `folder`: what it said, to either output. */
export async function actionPlan(
  folder: string,
  ...said: readonly string[]
): Promise<{ readonly out: string; readonly error: string }> {
  const words = [program, ...said, "--settings", join(folder, "settings.env")];
  // Vite tells its tests a BASE_URL of its own, which would go before the settings.
  const { BASE_URL: _ofVite, ...env } = process.env;
  const child = spawn(process.execPath, words, { env, stdio: ["ignore", "pipe", "pipe"] });
  const read = { out: "", error: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (read.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (read.error += text));
  const [code]: unknown[] = await once(child, "close");
  if (code !== 0) throw new Error(read.error || read.out);
  return read;
}
