import { DoubtError } from "#plan/errors.ts";

/** An expected error is its message; anything else shows where it came from, so that it can be reported. */
export function explain(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause instanceof DoubtError)
    return `${cause.message} Nothing was saved. Run it again with --anyway to save it as it is.`;
  if ("code" in cause && typeof cause.code === "string") return cause.message;
  return cause.stack ?? cause.message;
}
