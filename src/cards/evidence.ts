import type { EvidenceLink } from "#plan/record.ts";
import { plain } from "./plain.ts";

/** A link as a card shows it: its name, and the host it truly leads to. */
export interface ShownLink {
  readonly name: string;
  readonly url: string;
  readonly host: string;
}

/** The URL where it is a whole https address without a name and password in it; undefined otherwise. */
export function httpsUrl(text: string): URL | undefined {
  const url = URL.parse(text.trim());
  if (!url || url.protocol !== "https:" || url.username || url.password) return undefined;
  return url;
}

/** Undefined for anything but https: a record may hold what another program put there. */
export function shownLink({ name, url }: EvidenceLink): ShownLink | undefined {
  const parsed = httpsUrl(url);
  if (!parsed) return undefined;
  return {
    name: plain(name, 80) || plain(fileName(parsed), 80),
    url: parsed.href,
    host: plain(parsed.host, 80),
  };
}

/** The last part of the address, as people would name the file; the host where there is none. */
export function fileName(url: URL): string {
  const last = url.pathname.split("/").findLast((part) => part !== "");
  if (!last) return url.host;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
