/** Seconds: a longer one is a mistake, of the service or of this computer's clock. SharePoint asks for minutes. */
const mostSeconds = 3600;

/**
 * Seconds that an answer's Retry-After asks to wait; undefined where it asks for none. It is a number of seconds, or the
 * moment from which to ask again (RFC 9110, 10.2.3), as what stands before SharePoint may write it.
 */
export function secondsAsked({ headers }: Pick<Response, "headers">): number | undefined {
  const said = headers.get("retry-after")?.trim() ?? "";
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return seconds > 0 ? Math.min(seconds, mostSeconds) : undefined;
}
