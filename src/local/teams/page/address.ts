export const themes = ["default", "dark", "contrast"] as const;
export type Theme = (typeof themes)[number];

/**
 * What a person looks at: their list of teams, the channel's posts, one thread, the tab, a call, the app's chat, or the
 * tab beside that chat, which is theirs alone.
 */
export type Place =
  | { readonly kind: "list" }
  | { readonly kind: "posts" }
  | { readonly kind: "thread"; readonly root: string }
  | {
      readonly kind: "tab";
      /** The first of the channel's where it is left out. */ readonly tab?: string;
      readonly subPageId?: string;
    }
  /** A call in the channel. */
  | { readonly kind: "meeting" }
  | { readonly kind: "chat" }
  | { readonly kind: "mine" };

/** Who looks at what, in which theme: all of it stands in the page's address. */
export interface Address {
  /** Undefined on the page where one chooses who to be. */
  readonly person?: string;
  readonly place: Place;
  readonly theme: Theme;
}

/** Reads an address; an unknown place is the list, an unknown theme the default one. */
export function readAddress(url: URL): Address {
  const [, as, person, ...rest] = url.pathname.split("/");
  const theme = themes.find((each) => each === url.searchParams.get("theme")) ?? "default";
  if (as !== "as" || !person) return { place: { kind: "list" }, theme };
  return { person, place: readPlace(rest, url.searchParams.get("subPageId")), theme };
}

/** The path and query of an address, the opposite of `readAddress`. */
export function writeAddress({ person, place, theme }: Address): string {
  const query = new URLSearchParams();
  if (place.kind === "tab" && place.subPageId) query.set("subPageId", place.subPageId);
  if (theme !== "default") query.set("theme", theme);
  const path = person === undefined ? "/" : `/as/${person}/${writePlace(place)}`;
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}

function readPlace([kind, which]: readonly string[], subPageId: string | null): Place {
  if (kind === "posts") return which ? { kind: "thread", root: which } : { kind };
  if (kind === "tab")
    return { kind, ...(which ? { tab: which } : {}), ...(subPageId ? { subPageId } : {}) };
  return kind === "chat" || kind === "meeting" || kind === "mine" ? { kind } : { kind: "list" };
}

function writePlace(place: Place): string {
  if (place.kind === "list") return "";
  if (place.kind === "tab" && place.tab !== undefined) return `tab/${place.tab}`;
  return place.kind === "thread" ? `posts/${place.root}` : place.kind;
}
