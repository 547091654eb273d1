import type { Query } from "../odata/query.ts";

/** The query string of the next page: what was asked, from another place. */
export function nextQuery({ parameters }: Query, token: string): string {
  const parts = [`%24skiptoken=${encodeURIComponent(token)}`];
  for (const [name, value] of parameters) {
    if (name !== "$skiptoken" && name !== "$skip")
      parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  }
  return parts.join("&");
}
