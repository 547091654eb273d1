import type { DocumentKind } from "#documents/document-kind.ts";
import type { DocumentColumn } from "#documents/plan-document.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { sendParts } from "#tab/worker/send-parts.ts";
import { type RestOfDocument, reviewParts } from "./review-parts.ts";
import { type ReviewGroup, reviewGroups } from "./review-rows.ts";

export interface ReadTask {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the person says it is, where it was not recognised rightly. */
  readonly kind: DocumentKind | undefined;
  /** What is known of its columns. */
  readonly columns: readonly DocumentColumn[];
}

/**
 * How long the next step may take, in milliseconds; rows, of which the page says when it has them; what was read beside
 * them, at the end; or in a sentence why nothing can be read.
 */
export type ReadSaid =
  | { readonly most: number }
  | { readonly rows: readonly ReviewGroup[] }
  | { readonly rest: RestOfDocument }
  | { readonly problem: string };

// A document may take seconds to read; the page stays usable meanwhile, and ends the worker to cancel it.
self.addEventListener(
  "message",
  ({ data }: MessageEvent<ReadTask>) => {
    void read(data).catch((cause: unknown) =>
      say({ problem: cause instanceof Error ? cause.message : String(cause) }),
    );
  },
  { once: true },
);

async function read({ bytes, kind, columns }: ReadTask): Promise<void> {
  const onStep = (most: number) => say({ most });
  const document = await readPlanDocument(bytes, { columns, onStep, ...(kind && { kind }) });
  const { recommendations, ...rest } = document;
  await sendParts(rowsOf({ recommendations }));
  say({ rest });
}

function* rowsOf(document: Parameters<typeof reviewGroups>[0]): Generator<ReadSaid> {
  for (const rows of reviewParts(reviewGroups(document))) yield { rows };
}

function say(said: ReadSaid): void {
  self.postMessage(said, { transfer: [] });
}
