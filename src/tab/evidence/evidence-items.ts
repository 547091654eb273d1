import { RefusedError } from "#plan/errors.ts";
import { isIsoDate } from "#plan/iso-date.ts";
import type { EvidenceLink } from "#plan/record.ts";
import { isSafeLink } from "#plan/safe-link.ts";
import { counted } from "#plan/words.ts";
import { identifierProblem } from "#tab/form/identifiers.ts";
import { sizeProblem } from "#usecases/upload-evidence.ts";
import * as v from "valibot";

/** A file that was on its way once: where to, and which file it was. */
const begunUpload = v.object({
  path: v.string(),
  id: v.string(),
  isOwn: v.boolean(),
  bytes: v.pipe(v.number(), v.finite()),
  /** When the file was last changed, milliseconds. */
  changed: v.pipe(v.number(), v.finite()),
});

/** A piece of evidence in a form: a file to be uploaded, one of the library, or a link. */
export const evidenceItem = v.object({
  id: v.string(),
  source: v.picklist(["file", "library", "link"]),
  name: v.string(),
  /** Empty for a file until it is uploaded. */
  url: v.string(),
  kind: v.optional(v.picklist(["activity", "impact"])),
  /** The day it is of; empty where nobody said. */
  date: v.string(),
  begun: v.optional(begunUpload),
});

export type EvidenceItem = v.InferOutput<typeof evidenceItem>;

/** What is wrong with a piece of evidence, and with which part of it. */
export interface ItemProblem {
  readonly at: "file" | "link" | "kind";
  readonly says: string;
}

/** Bytes of a file that was chosen, where the page still has it. */
type BytesOf = (id: string) => number | undefined;

/** Chosen before the page was loaded again: what a browser keeps of it is its name. */
export function isLost({ id, source, url }: EvidenceItem, bytesOf: BytesOf): boolean {
  return source === "file" && url === "" && bytesOf(id) === undefined;
}

/** Why a piece of evidence cannot be saved as it is; `bytesOf` knows the files that the page still has. */
export function itemProblem(item: EvidenceItem, bytesOf: BytesOf): ItemProblem | undefined {
  const says = fileProblem(item, bytesOf);
  if (says !== undefined) return { at: item.source === "link" ? "link" : "file", says };
  const { source, url, kind } = item;
  if (source === "link" && !isSafeLink(url.trim()))
    return { at: "link", says: "A link starts with https:// and has no spaces." };
  return kind === undefined ? { at: "kind", says: "Say what it shows." } : undefined;
}

/** What is known to be wrong as soon as it is chosen. */
function fileProblem(item: EvidenceItem, bytesOf: BytesOf): string | undefined {
  const { id, name, url } = item;
  if (isLost(item, bytesOf))
    return "The page was loaded again before this file was sent. Choose it again, or take it out.";
  const bytes = url === "" ? bytesOf(id) : undefined;
  return (
    (bytes === undefined ? undefined : sizeProblem(name, bytes)) ??
    identifierProblem(name, "the name of the evidence") ??
    identifierProblem(url, "the link to the evidence")
  );
}

/** The same for all of a form's evidence: the first thing that is wrong. */
export function evidenceProblem(
  items: readonly EvidenceItem[],
  bytesOf: BytesOf,
): string | undefined {
  return items.map((item) => itemProblem(item, bytesOf)?.says).find((says) => says !== undefined);
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
