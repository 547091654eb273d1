import { fileName, httpsUrl } from "#cards/evidence.ts";
import { RefusedError } from "#plan/errors.ts";
import type { EvidenceLink } from "#plan/record.ts";

/** The link that somebody typed into a card, named as its file is; none where nothing was typed. Throws RefusedError. */
export function evidenceOf({
  evidence,
  evidenceKind,
}: {
  readonly evidence: string;
  readonly evidenceKind: string;
}): readonly EvidenceLink[] {
  if (evidence.trim() === "") return [];
  const url = httpsUrl(evidence);
  if (!url) throw new RefusedError("The link to evidence has to be whole and start with https://.");
  const kind = evidenceKind === "impact" ? "impact" : "activity";
  return [{ name: fileName(url).slice(0, 200), url: url.href, kind }];
}
