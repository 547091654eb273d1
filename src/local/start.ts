import { startProduct } from "./product.ts";
import { clientPath } from "./teams/client-gateway.ts";
import { readStartOptions, type StartOptions, usage } from "./start-options.ts";

try {
  const options = readStartOptions(process.argv.slice(2));
  if (options === "help") process.stdout.write(usage);
  else await run(options);
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(1);
}

/** Serves until it is interrupted, or until a part of it ends by itself. */
async function run(options: StartOptions): Promise<void> {
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const product = await startProduct({ ...options, signal: stopped.signal });
  if (options.clientServiceUrl) {
    process.stdout.write(`For the other client, the bot is at ${product.address}${clientPath}\n`);
  }
  process.stdout.write(`Ready: ${product.address}\n`);
  const problem = await product.ended;
  await product.close();
  if (problem) throw new Error(problem);
  process.exit(0);
}
