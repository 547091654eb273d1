import { type EvidenceItem, isLost } from "./evidence-items.ts";

const held = new WeakMap<object, HeldFiles>();

/**
 * The files that the page holds for a library of evidence: whoever looks at another form, or another action, finds them
 * when they come back.
 */
export function heldFor(library: object): HeldFiles {
  const files = held.get(library) ?? new HeldFiles();
  held.set(library, files);
  return files;
}

/** Files chosen in a form, by the id of what they were chosen for; as long as the page is open. */
class HeldFiles {
  readonly #files = new Map<string, File>();

  of(id: string): File | undefined {
    return this.#files.get(id);
  }

  hold(id: string, file: File): void {
    this.#files.set(id, file);
  }

  /**
   * What was chosen, as new pieces of evidence. One that stands there already becomes nothing, and one that the page lost
   * when it was loaded again is held for what it was chosen for.
   */
  take(
    chosen: Iterable<File>,
    items: readonly EvidenceItem[],
    newKey: () => string,
  ): readonly EvidenceItem[] {
    return [...chosen].flatMap((file): readonly EvidenceItem[] => {
      if (items.some(({ id }) => isSameFile(this.of(id), file))) return [];
      const lost = items.find(
        (item) => item.name === file.name && isLost(item, (id) => this.of(id)?.size),
      );
      const id = lost?.id ?? newKey();
      this.hold(id, file);
      return lost ? [] : [{ id, source: "file", name: file.name, url: "", date: "" }];
    });
  }

  /** Those that are still to be sent, with their files. */
  toSend(items: readonly EvidenceItem[]): readonly (readonly [EvidenceItem, File])[] {
    return items.flatMap((item) => {
      const file = item.url === "" ? this.of(item.id) : undefined;
      return file ? [[item, file] as const] : [];
    });
  }
}

function isSameFile(one: File | undefined, other: File): boolean {
  return (
    one?.name === other.name && one.size === other.size && one.lastModified === other.lastModified
  );
}
