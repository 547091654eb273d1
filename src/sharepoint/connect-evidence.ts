import type { EvidenceStore } from "#usecases/ports/evidence.ts";
import { SharePointEvidenceStore } from "./evidence-store.ts";
import { site, type SiteOptions } from "./site.ts";

/** The library of evidence, apart from the other stores: most people who open a plan upload nothing. */
export function connectEvidence(options: SiteOptions): EvidenceStore {
  return new SharePointEvidenceStore(site(options));
}
