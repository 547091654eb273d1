/**
 * Whether a record may carry this link: https, or this machine itself, which browsers trust as much (W3C, Secure
 * Contexts, 3.1). Nothing else, because whoever reads the record follows it.
 */
export function isSafeLink(text: string): boolean {
  if (/\s/.test(text)) return false;
  const url = URL.parse(text);
  if (!url || url.username || url.password) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && loopback.has(url.hostname));
}

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "[::1]", "localhost"]);
