import type { DocumentKind } from "#documents/document-kind.ts";
import type { PlanDocument } from "#documents/plan-document.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";

/** What the page asks of the worker. */
export interface ReadRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly kind?: DocumentKind | undefined;
}

export type ReadAnswer = { readonly document: PlanDocument } | { readonly problem: string };

// A document may take seconds to read; the page stays usable meanwhile, and ends the worker to cancel it.
self.addEventListener("message", ({ data }: MessageEvent<ReadRequest>) => {
  void answer(data).then((read) => self.postMessage(read, { transfer: [] }));
});

async function answer({ bytes, kind }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { document: await readPlanDocument(bytes, { ...(kind && { kind }) }) };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}
