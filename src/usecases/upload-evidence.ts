import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { refuseIdentifiers } from "#plan/identifiers.ts";
import { isIsoDate, type IsoDate } from "#plan/iso-date.ts";
import type { EvidenceKind, EvidenceLink } from "#plan/record.ts";
import { agencyCalled, type PlanOfMe } from "./append-statement.ts";
import type { EvidenceStore, OnUpload, UploadBegun } from "./ports/evidence.ts";

export interface UploadEvidence {
  readonly open: PlanOfMe;
  /** Left out where it answers a question on a whole recommendation. */
  readonly actionId?: number | undefined;
  /** Short name of the agency whose evidence it is. */
  readonly agency: string;
  readonly file: Blob;
  readonly name: string;
  readonly kind: EvidenceKind;
  /** The day the evidence is of. */
  readonly date?: IsoDate | undefined;
  /** What an earlier try of this very file left in the library. */
  readonly begun?: UploadBegun | undefined;
}

/** Bytes of a file; SharePoint takes more, a browser tab on a hospital's line does not send it. */
const mostBytes = 250 * 1024 * 1024;

/** Why a file of that many bytes cannot be evidence; undefined where it can. */
export function sizeProblem(name: string, bytes: number): string | undefined {
  if (bytes === 0) return `The file “${name}” is empty. Choose another one.`;
  if (bytes > mostBytes)
    return `The file “${name}” is larger than 250 MB. Put it into a library of your own, and paste the link to it.`;
  return undefined;
}

/**
 * Puts a file into the agency's own folder of the library, and gives the link that a statement can carry. Throws
 * NotAllowedError for whoever does not speak for that agency, RefusedError where the file or its name cannot stand, what
 * the store throws, and the reason of `signal` where that cancels it.
 */
export async function uploadEvidence(
  { evidence }: { readonly evidence: EvidenceStore },
  { open, actionId, agency, file, name, kind, date, begun }: UploadEvidence,
  on: OnUpload,
): Promise<EvidenceLink> {
  const owner = agencyCalled(open.agencies, agency);
  if (!open.me.agencies.includes(agency))
    throw new NotAllowedError(`Only people of ${agency} can put files into its evidence.`);
  const wrong = sizeProblem(name, file.size);
  if (wrong !== undefined) throw new RefusedError(wrong);
  refuseIdentifiers(name, "the name of the file");
  if (date !== undefined && !isIsoDate(date)) throw new RefusedError("Choose a day that exists.");
  const kept = await evidence.upload(
    { planId: open.plan.id, actionId, agency: owner, file, name, kind, date, begun },
    on,
  );
  return { name: kept.name, url: kept.url, kind, date };
}
