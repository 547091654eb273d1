import type { IsoDate } from "#plan/iso-date.ts";
import type { Agency } from "#plan/plan.ts";
import type { EvidenceLink } from "#plan/record.ts";

/** A file in the library of evidence. */
export interface EvidenceFile {
  readonly name: string;
  /** Its address, https. */
  readonly url: string;
  readonly agency: string;
  readonly planId?: number | undefined;
  readonly actionId?: number | undefined;
  readonly kind: EvidenceLink["kind"];
  readonly date?: IsoDate | undefined;
  readonly bytes: number;
  readonly added: string;
}

export interface NewEvidence {
  readonly planId: number;
  /** Left out where it answers a question on a whole recommendation. */
  readonly actionId?: number | undefined;
  /** It goes into the agency's own folder. */
  readonly agency: Agency;
  readonly file: Blob;
  readonly name: string;
  readonly kind: EvidenceLink["kind"];
  readonly date?: IsoDate | undefined;
}

export interface EvidenceStore {
  /** The files of an agency's folder, newest first. */
  ofAgency(agency: Agency): Promise<readonly EvidenceFile[]>;
  /**
   * Puts a file there, in chunks above 10 MB, telling how many of its bytes have arrived. A name that is taken gets a
   * number; nothing is overwritten. Throws NotAllowedError, UnavailableError; what `signal` cancels leaves no file.
   */
  upload(
    evidence: NewEvidence,
    on: { readonly progress: (bytes: number) => void; readonly signal: AbortSignal },
  ): Promise<EvidenceFile>;
}
