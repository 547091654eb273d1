import * as z from "zod/mini";

const kept = z.object({
  /** Names what will be saved, however often saving is tried. */
  key: z.string().check(z.minLength(1)),
  words: z.unknown(),
  keptAt: z.number(),
});

/** What somebody has typed into a form and not saved yet. */
export interface KeptDraft {
  readonly key: string;
  /** As the form had it; another version of the form may have. */
  readonly words: unknown;
}

/** Where a draft belongs: one for each form and person. */
export interface DraftPlace {
  readonly planId: number;
  /** Which form, and what it is about: "rate action/11". */
  readonly form: string;
  readonly loginName: string;
}

/** Drafts survive a reload, a crash and a lost connection, on the machine they were typed on. */
export interface Drafts {
  read(place: DraftPlace): KeptDraft | undefined;
  /** False where the browser stores nothing, or no more: then it lives as long as the page. */
  keep(place: DraftPlace, draft: KeptDraft): boolean;
  forget(place: DraftPlace): void;
  /**
   * Calls the listener with the words of a draft that another tab of this browser forgot, since they were saved there;
   * the answer ends that.
   */
  onForgottenElsewhere(place: DraftPlace, listener: (words: unknown) => void): () => void;
}

/** Days; words that somebody left lying longer are taken off the machine. */
const keptDays = 14;

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
      if (days <= keptDays) return { key: found.key, words: found.words };
      forget(place);
      return undefined;
    },
    keep(place, { key, words }) {
      const text = JSON.stringify({ key, words, keptAt: now().getTime() });
      memory.set(nameOf(place), text);
      try {
        storage().setItem(nameOf(place), text);
        return true;
      } catch {
        // Storage is full or forbidden: the memory has it.
        return false;
      }
    },
    forget,
    onForgottenElsewhere(place, listener) {
      function changed({ key, newValue, oldValue }: StorageEvent): void {
        const found = key === nameOf(place) && newValue === null ? readDraft(oldValue) : undefined;
        if (!found) return;
        memory.delete(nameOf(place));
        listener(found.words);
      }
      window.addEventListener("storage", changed);
      return () => window.removeEventListener("storage", changed);
    },
  };
}

function nameOf({ planId, form, loginName }: DraftPlace): string {
  return `draft ${loginName} ${planId} ${form}`;
}

/** What is in a browser's storage may be anything, an older version's draft for one. */
function readDraft(text: string | null): z.infer<typeof kept> | undefined {
  if (text === null) return undefined;
  try {
    return kept.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
