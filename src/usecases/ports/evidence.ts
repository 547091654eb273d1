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

/** Where the sending of a file began: what came of it is found by that, after the page was loaded again too. */
export interface UploadBegun {
  readonly path: string;
  /** The session's own name, a GUID. */
  readonly id: string;
  /** SharePoint answered that the path is this session's; until then it may be another file's. */
  readonly isOwn: boolean;
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
  /** What an earlier try of this very file left there. */
  readonly begun?: UploadBegun | undefined;
}

/** What somebody hears of a file on its way, and how they stop it. */
export interface OnUpload {
  /** How many of its bytes have arrived. */
  readonly progress: (bytes: number) => void;
  /** Before the first byte is sent, and once it has arrived: what a later try has to know. */
  readonly began: (begun: UploadBegun) => void;
  readonly signal: AbortSignal;
}

export interface EvidenceStore {
  /** The files of an agency's folder, newest first. */
  ofAgency(agency: Agency): Promise<readonly EvidenceFile[]>;
  /**
   * Puts a file there, in parts. A name that is taken gets a number, and nothing is overwritten; of an earlier try that
   * did not end, a whole file is taken as it is and a part taken away, so that the file never stands there twice. Throws
   * NotAllowedError, RefusedError for what SharePoint does not take, UnavailableError; what `signal` cancels leaves no
   * file.
   */
  upload(evidence: NewEvidence, on: OnUpload): Promise<EvidenceFile>;
  /** Takes away what a try left there that did not end. A whole file stays, and so does what is out of reach. */
  discard(begun: UploadBegun): Promise<void>;
}
