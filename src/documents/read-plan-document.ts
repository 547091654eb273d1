import { readWordDocument } from "./docx/read-word-document.ts";
import { refuseUnlessPackage } from "./file-kind.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import type { PlanDocument } from "./plan-document.ts";
import { readCompositePlan } from "./recognise/composite-plan.ts";

export interface ReadOptions {
  /** For tests and for those who know their files; what is left out stays at its default. */
  readonly limits?: Partial<Limits>;
}

/**
 * Reads a composite plan from the bytes of a Word document (.docx). What could not be understood comes
 * back in `problems` with its words. Rejects with UnreadableDocumentError where the file as a whole cannot
 * be read; runs in Node and in the browser, and reaches for nothing but the bytes.
 */
export async function readPlanDocument(
  bytes: Uint8Array,
  { limits }: ReadOptions = {},
): Promise<PlanDocument> {
  refuseUnlessPackage(bytes);
  const { blocks, ...properties } = readWordDocument(bytes, { ...defaultLimits, ...limits });
  return readCompositePlan(blocks, properties);
}
