import { rmSync } from "node:fs";
import { freePorts, start } from "#tests/support/a-start.ts";
import { folderWithSample } from "#tests/support/sample-site.ts";

/** The product as `npm start` starts it, ready, in a folder of its own. */
export interface FreshProduct {
  readonly folder: string;
  /** Ends it, as Ctrl+C does, and takes the folder away. */
  close(): Promise<void>;
}

export async function freshProduct(name: string): Promise<FreshProduct> {
  const folder = folderWithSample(name);
  const product = start(["--port", String(await freePorts()), "--data", folder]);
  await product.ready();
  return {
    folder,
    async close() {
      product.child.kill("SIGINT");
      await product.ended();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
