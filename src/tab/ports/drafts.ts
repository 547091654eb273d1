import * as v from "valibot";

const kept = v.object({
  /** Names what will be saved, however often saving is tried. */
  key: v.pipe(v.string(), v.minLength(1)),
  words: v.unknown(),
  about: v.optional(v.string()),
  keptAt: v.pipe(v.number(), v.finite()),
});

type Kept = v.InferOutput<typeof kept>;

const keptAside = v.array(kept);

/** So many tabs at most are remembered of one form. */
const mostAside = 5;

/** What somebody has typed into a form and not saved yet. */
export interface KeptDraft {
  readonly key: string;
  /** As the form had it; another version of the form may have. */
  readonly words: unknown;
  /** What it was written about, as that read when somebody began. */
  readonly about?: string | undefined;
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
  /** What was typed last, in whichever tab of this browser. */
  read(place: DraftPlace): KeptDraft | undefined;
  /** What else was typed there and would have been written over: by the same person, in other tabs. Newest first. */
  others(place: DraftPlace): readonly KeptDraft[];
  /**
   * What another tab has kept there meanwhile goes to the others. False where the browser stores nothing, or no more:
   * then it lives as long as the page.
   */
  keep(place: DraftPlace, draft: KeptDraft): boolean;
  /** Puts it to the others, for something else is kept next. */
  putAside(place: DraftPlace, draft: KeptDraft): void;
  /** Forgets what this page has kept or read there, not what another has. */
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
  const texts = new Texts(storage);
  const aside = new Aside(texts, now);

  function keep(place: DraftPlace, draft: KeptDraft): boolean {
    const name = nameOf(place);
    const foreign = texts.foreign(name);
    if (foreign) aside.add(place, foreign);
    aside.remove(place, draft);
    return texts.set(name, written(draft, now()));
  }
  return {
    read(place) {
      const name = nameOf(place);
      const found = readDraft(texts.get(name));
      if (found && isOld(found, now())) texts.remove(name);
      else if (found) return withoutDay(found);
      // What another page wrote over, and forgot when it had saved its own.
      const [other] = aside.list(place);
      if (other) keep(place, other);
      return other;
    },
    others: (place) => aside.list(place),
    keep,
    putAside: (place, draft) => aside.add(place, draft),
    forget(place) {
      const own = readDraft(texts.last(nameOf(place)));
      if (own) aside.remove(place, own);
      if (!texts.foreign(nameOf(place))) texts.remove(nameOf(place));
    },
    onForgottenElsewhere(place, listener) {
      function changed({ key, newValue, oldValue }: StorageEvent): void {
        const found = key === nameOf(place) && newValue === null ? readDraft(oldValue) : undefined;
        if (found) listener(found.words);
      }
      window.addEventListener("storage", changed);
      return () => window.removeEventListener("storage", changed);
    },
  };
}

/** Texts by name, with what this page last knew of each. */
class Texts {
  readonly #storage: () => Storage;
  /** What this page wrote or read last; null for what it took away. */
  readonly #last = new Map<string, string | null>();
  /** What the browser did not store. */
  readonly #memory = new Map<string, string>();

  constructor(storage: () => Storage) {
    this.#storage = storage;
  }

  get(name: string): string | null {
    const text = this.#memory.get(name) ?? this.#stored(name);
    this.#last.set(name, text);
    return text;
  }

  /** What this page last wrote or read there. */
  last(name: string): string | null {
    return this.#last.get(name) ?? null;
  }

  /** What stands there that this page neither wrote nor has read: another tab did. */
  foreign(name: string): KeptDraft | undefined {
    const stored = this.#stored(name);
    if (stored === null || stored === this.#last.get(name)) return undefined;
    const found = readDraft(stored);
    return found && withoutDay(found);
  }

  /** Whether the browser stored it. */
  set(name: string, text: string): boolean {
    this.#last.set(name, text);
    try {
      this.#storage().setItem(name, text);
      this.#memory.delete(name);
      return true;
    } catch {
      // Storage is full or forbidden.
      this.#memory.set(name, text);
      return false;
    }
  }

  remove(name: string): void {
    this.#last.set(name, null);
    this.#memory.delete(name);
    try {
      this.#storage().removeItem(name);
    } catch {
      // It was never stored.
    }
  }

  #stored(name: string): string | null {
    try {
      return this.#storage().getItem(name);
    } catch {
      return null;
    }
  }
}

/** What several tabs typed at one place, beside what was typed last: each draft once, by its key. */
class Aside {
  readonly #texts: Texts;
  readonly #now: () => Date;

  constructor(texts: Texts, now: () => Date) {
    this.#texts = texts;
    this.#now = now;
  }

  list(place: DraftPlace): readonly KeptDraft[] {
    return this.#all(place).map(withoutDay);
  }

  add(place: DraftPlace, draft: KeptDraft): void {
    const others = this.#without(place, draft);
    this.#write(
      place,
      [{ ...draft, keptAt: this.#now().getTime() }, ...others].slice(0, mostAside),
    );
  }

  /** That draft, and any of the same words. */
  remove(place: DraftPlace, draft: KeptDraft): void {
    const all = this.#all(place);
    const others = this.#without(place, draft);
    if (others.length < all.length) this.#write(place, others);
  }

  #without(place: DraftPlace, { key, words }: KeptDraft): readonly Kept[] {
    const said = JSON.stringify(words);
    return this.#all(place).filter(
      (each) => each.key !== key && JSON.stringify(each.words) !== said,
    );
  }

  #all(place: DraftPlace): readonly Kept[] {
    const read = v.safeParse(keptAside, parsed(this.#texts.get(asideNameOf(place))));
    return read.success ? read.output.filter((each) => !isOld(each, this.#now())) : [];
  }

  #write(place: DraftPlace, all: readonly Kept[]): void {
    if (all.length === 0) this.#texts.remove(asideNameOf(place));
    else this.#texts.set(asideNameOf(place), JSON.stringify(all));
  }
}

function written({ key, words, about }: KeptDraft, now: Date): string {
  return JSON.stringify({ key, words, about, keptAt: now.getTime() });
}

function withoutDay({ key, words, about }: Kept): KeptDraft {
  return about === undefined ? { key, words } : { key, words, about };
}

function isOld({ keptAt }: Kept, now: Date): boolean {
  return (now.getTime() - keptAt) / 86_400_000 > keptDays;
}

function nameOf({ planId, form, loginName }: DraftPlace): string {
  return `draft ${loginName} ${planId} ${form}`;
}

function asideNameOf(place: DraftPlace): string {
  return `aside ${nameOf(place)}`;
}

/** What is in a browser's storage may be anything, an older version's draft for one. */
function readDraft(text: string | null): Kept | undefined {
  const read = v.safeParse(kept, parsed(text));
  return read.success ? read.output : undefined;
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
