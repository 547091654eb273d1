import { RefusedError } from "#plan/errors.ts";
import type { RatingId } from "#plan/rating-scheme.ts";
import type { EvidenceLink } from "#plan/record.ts";
import type { Draft } from "./draft.ts";

/** The field that somebody has to look at again, and why. */
export type Problems = Partial<
  Record<"agency" | "rating" | "note" | "linkUrl" | "linkKind", string>
>;

export interface Proposal {
  readonly agency: string;
  readonly rating: RatingId;
  readonly note: string;
  readonly evidence: readonly EvidenceLink[];
}

/** What is missing before a draft can be saved, in the order of the form. */
export function problemsOf(draft: Draft): Problems {
  const problems: Problems = {};
  if (draft.agency === undefined) problems.agency = "Choose which agency you speak for.";
  if (draft.rating === undefined) problems.rating = "Choose a rating.";
  if (draft.note.trim() === "") problems.note = "Say in a sentence what has happened.";
  const url = draft.linkUrl.trim();
  if (url !== "" && !isHttps(url))
    problems.linkUrl = "A link starts with https:// and has no spaces.";
  if (url === "" && draft.linkName.trim() !== "") problems.linkUrl = "Paste the link to it too.";
  if (url !== "" && draft.linkKind === undefined)
    problems.linkKind = "Say whether it shows activity or impact.";
  return problems;
}

/** What will be saved. Throws RefusedError where `problemsOf` finds any. */
export function proposalOf(draft: Draft): Proposal {
  const { agency, rating, note } = draft;
  const [problem] = Object.values(problemsOf(draft));
  if (agency === undefined || rating === undefined || problem !== undefined)
    throw new RefusedError(problem ?? "Something is missing.");
  return { agency, rating, note: note.trim(), evidence: evidenceOf(draft) };
}

function evidenceOf({ linkUrl, linkName, linkKind }: Draft): EvidenceLink[] {
  const url = linkUrl.trim();
  if (url === "" || linkKind === undefined) return [];
  return [{ name: linkName.trim() || nameIn(url), url, kind: linkKind }];
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

function isHttps(text: string): boolean {
  return /^https:\/\/\S+$/i.test(text) && URL.canParse(text);
}
