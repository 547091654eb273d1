import { RefusedError } from "#plan/errors.ts";
import { isIsoDate } from "#plan/iso-date.ts";
import type { EvidenceLink } from "#plan/record.ts";
import { isSafeLink } from "#plan/safe-link.ts";
import { counted } from "#plan/words.ts";
import { identifierProblem } from "#tab/form/identifiers.ts";
import * as z from "zod/mini";

/** A piece of evidence in a form: a file to be uploaded, one of the library, or a link. */
export const evidenceItem = z.object({
  id: z.string(),
  source: z.enum(["file", "library", "link"]),
  name: z.string(),
  /** Empty for a file until it is uploaded. */
  url: z.string(),
  kind: z.optional(z.enum(["activity", "impact"])),
  /** The day it is of; empty where nobody said. */
  date: z.string(),
});

export type EvidenceItem = z.infer<typeof evidenceItem>;

/** Why a piece of evidence cannot be saved as it is; `held` says whether the page still has the file that was chosen. */
export function itemProblem(item: EvidenceItem, held: (id: string) => boolean): string | undefined {
  const { id, source, name, url, kind } = item;
  if (source === "file" && url === "" && !held(id))
    return "The page was loaded again before this file was uploaded. Take it out, and choose it again.";
  if (source === "link" && !isSafeLink(url.trim()))
    return "A link starts with https:// and has no spaces.";
  const identifies =
    identifierProblem(name, "the name of the evidence") ??
    identifierProblem(url, "the link to the evidence");
  if (identifies !== undefined) return identifies;
  return kind === undefined ? "Say whether it shows activity or impact." : undefined;
}

/** The same for all of a form's evidence: the first thing that is wrong. */
export function evidenceProblem(
  items: readonly EvidenceItem[],
  held: (id: string) => boolean,
): string | undefined {
  return items.map((item) => itemProblem(item, held)).find((problem) => problem !== undefined);
}

/** What a statement will carry. Throws RefusedError where a piece is not ready. */
export function evidenceLinks(items: readonly EvidenceItem[]): readonly EvidenceLink[] {
  return items.map(({ name, url, kind, date }) => {
    if (kind === undefined || url.trim() === "")
      throw new RefusedError(`The evidence “${name}” is not ready.`);
    const link = url.trim();
    return {
      name: name.trim() || nameIn(link),
      url: link,
      kind,
      ...(isIsoDate(date) ? { date } : {}),
    };
  });
}

/** The file's name as the address has it, else where it is. */
function nameIn(url: string): string {
  const { pathname, hostname } = new URL(url);
  const last = pathname.split("/").findLast(Boolean);
  if (last === undefined) return hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** "38 KB", "2.4 MB": sizes as a person compares them. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, "byte");
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toLocaleString("en-GB", { maximumFractionDigits: 1 })} MB`;
}
