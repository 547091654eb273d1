import * as z from "zod/mini";

const draft = z.object({
  /** Names the update that will be saved, however often saving is tried. */
  key: z.string().check(z.minLength(1)),
  /** Short name of the agency that speaks. */
  agency: z.optional(z.string()),
  rating: z.optional(z.string()),
  note: z.string(),
  linkUrl: z.string(),
  linkName: z.string(),
  linkKind: z.optional(z.enum(["activity", "impact"])),
  keptAt: z.number(),
});

/** What somebody has typed of a proposal and not saved yet. */
export type Draft = z.infer<typeof draft>;

/** Where a draft belongs: one for each action and person. */
interface DraftPlace {
  readonly planId: number;
  readonly actionId: number;
  readonly loginName: string;
}

/** Drafts survive a reload, a crash and a lost connection, on the machine they were typed on. */
export interface Drafts {
  read(place: DraftPlace): Draft | undefined;
  keep(place: DraftPlace, draft: Draft): void;
  forget(place: DraftPlace): void;
}

/** Days; words that somebody left lying longer are taken off the machine. */
const keptDays = 14;

export function emptyDraft(key: string, agency: string | undefined, now: Date): Draft {
  const empty = { key, note: "", linkUrl: "", linkName: "", keptAt: now.getTime() };
  return agency === undefined ? empty : { ...empty, agency };
}

/** Nothing in it that could be lost. */
export function isBlank({ rating, note, linkUrl, linkName }: Draft): boolean {
  return rating === undefined && [note, linkUrl, linkName].every((words) => words.trim() === "");
}

/** Drafts in the browser's storage; where the browser refuses to store, they live as long as the page. */
export function draftsIn(storage: () => Storage, now: () => Date): Drafts {
  const memory = new Map<string, string>();

  function stored(name: string): string | null {
    try {
      return storage().getItem(name);
    } catch {
      return null;
    }
  }
  function forget(place: DraftPlace): void {
    memory.delete(nameOf(place));
    try {
      storage().removeItem(nameOf(place));
    } catch {
      // It was never stored.
    }
  }
  return {
    read(place) {
      const found = readDraft(memory.get(nameOf(place)) ?? stored(nameOf(place)));
      if (!found) return undefined;
      const days = (now().getTime() - found.keptAt) / 86_400_000;
      if (days <= keptDays) return found;
      forget(place);
      return undefined;
    },
    keep(place, words) {
      const text = JSON.stringify({ ...words, keptAt: now().getTime() });
      memory.set(nameOf(place), text);
      try {
        storage().setItem(nameOf(place), text);
      } catch {
        // Storage is full or forbidden: the memory has it.
      }
    },
    forget,
  };
}

function nameOf({ planId, actionId, loginName }: DraftPlace): string {
  return `draft ${loginName} ${planId} ${actionId}`;
}

/** What is in a browser's storage may be anything, an older version's draft for one. */
function readDraft(text: string | null): Draft | undefined {
  if (text === null) return undefined;
  try {
    return draft.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
