import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Product, startProduct } from "#local/product.ts";
import { type Authority, openAuthority } from "#local/sign-in/authority.ts";
import { beginWithSample } from "./sample-site.ts";

/** The product with the sample plan, in a folder of its own, and who signs its people in. */
export interface SampleProduct {
  readonly folder: string;
  readonly product: Product;
  readonly authority: Authority;
  /** Ends it and takes the folder away. */
  close(): Promise<void>;
}

export async function sampleProduct(name: string): Promise<SampleProduct> {
  const folder = mkdtempSync(join(tmpdir(), `action-plan-${name}-`));
  const stop = new AbortController();
  const product = await startProduct({
    port: 0,
    dataFolder: folder,
    filled: beginWithSample(folder),
    signal: stop.signal,
  });
  return {
    folder,
    product,
    authority: await openAuthority({ origin: product.address, dataFolder: folder }),
    async close() {
      stop.abort();
      await product.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
