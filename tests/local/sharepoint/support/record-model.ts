/** What a list with permissions is, in a few lines: who sees, adds, changes and takes away what. */

export const levels = ["Read", "Contribute", "Append only"] as const;
export type Level = (typeof levels)[number];
export const folders = ["open", "closed"] as const;
export type Folder = (typeof folders)[number];

interface Item {
  title: string;
  readonly folder: Folder;
  edition: number;
  gone: boolean;
}

const may = {
  add: new Set<Level>(["Contribute", "Append only"]),
  change: new Set<Level>(["Contribute"]),
};

export class RecordModel {
  readonly items: Item[] = [];
  readonly team = new Set<string>();
  /** Who was given which levels: on the list (`open`), its closed folder, and items with permissions of their own. */
  readonly #granted = new Map<string, Map<string, Set<Level>>>([
    ["open", new Map()],
    ["closed", new Map()],
  ]);

  add(person: string, folder: Folder, title: string): boolean {
    if (!this.#can(person, folder, may.add)) return false;
    this.items.push({ title, folder, edition: 1, gone: false });
    return true;
  }

  change(person: string, place: number, title: string, edition: number): "done" | "no" | "late" {
    const item = this.#alive(place);
    if (!item || !this.#can(person, this.#scopeOf(place, item), may.change)) return "no";
    if (edition !== item.edition) return "late";
    item.title = title;
    item.edition += 1;
    return "done";
  }

  remove(person: string, place: number): boolean {
    const item = this.#alive(place);
    if (!item || !this.#can(person, this.#scopeOf(place, item), may.change)) return false;
    item.gone = true;
    this.#granted.delete(`item ${place}`);
    return true;
  }

  sees(person: string, place: number): boolean {
    const item = this.#alive(place);
    return item !== undefined && this.#can(person, this.#scopeOf(place, item));
  }

  seesFolder(person: string): boolean {
    return this.#can(person, "closed");
  }

  seesAnything(person: string): boolean {
    return [...this.#granted.keys()].some((scope) => this.#can(person, scope));
  }

  /** Gives an item permissions of its own, nobody's to begin with. */
  isolate(place: number): void {
    if (!this.#granted.has(`item ${place}`)) this.#granted.set(`item ${place}`, new Map());
  }

  rejoin(place: number): void {
    this.#granted.delete(`item ${place}`);
  }

  isIsolated(place: number): boolean {
    return this.#granted.has(`item ${place}`);
  }

  grant(scope: string, principal: string, level: Level): void {
    const granted = this.#granted.get(scope);
    granted?.set(principal, new Set([...(granted.get(principal) ?? []), level]));
  }

  revoke(scope: string, principal: string, level: Level): void {
    this.#granted.get(scope)?.get(principal)?.delete(level);
  }

  has(scope: string, principal: string, level: Level): boolean {
    return this.#granted.get(scope)?.get(principal)?.has(level) === true;
  }

  #alive(place: number): Item | undefined {
    const item = this.items[place];
    return item?.gone === false ? item : undefined;
  }

  #scopeOf(place: number, item: Item): string {
    return this.isIsolated(place) ? `item ${place}` : item.folder;
  }

  #can(person: string, scope: string, wanted: ReadonlySet<Level> = new Set(levels)): boolean {
    if (person === "admin") return true;
    const granted = this.#granted.get(scope);
    const own = [
      ...(granted?.get(person) ?? []),
      ...(this.team.has(person) ? (granted?.get("Team") ?? []) : []),
    ];
    return own.some((level) => wanted.has(level));
  }
}
