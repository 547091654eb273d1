/** What came of one look at a deployment. */
export type Verdict =
  | { readonly state: "fine" }
  | { readonly state: "wrong"; readonly what: string; readonly todo: string }
  /** It works, and somebody may want it otherwise. */
  | { readonly state: "note"; readonly what: string }
  | { readonly state: "not-checked"; readonly why: string };

export interface Finding {
  /** What was looked at, as a claim: "The app gets a token for SharePoint". */
  readonly claim: string;
  readonly verdict: Verdict;
}

export interface Check {
  readonly claim: string;
  /** The claim that has to hold before it is worth looking. */
  readonly needs?: string | undefined;
  readonly look: () => Promise<Verdict>;
  /** What to do where it fails with an error of its own. */
  readonly todo: string;
}

export const fine: Verdict = { state: "fine" };

export function wrong(what: string, todo: string): Verdict {
  return { state: "wrong", what, todo };
}

export function notChecked(why: string): Verdict {
  return { state: "not-checked", why };
}

/**
 * Looks at one after the other. What rests on a claim that does not hold is not looked at: one cause is told once. An error
 * is a verdict, never the end.
 */
export async function examine(checks: readonly Check[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const failed = new Set<string>();
  for (const { claim, needs, look, todo } of checks) {
    const verdict =
      needs !== undefined && failed.has(needs)
        ? notChecked(`It rests on “${needs}”.`)
        : await look().catch((cause: unknown) => wrong(messageOf(cause), todo));
    if (verdict.state === "wrong" || (needs !== undefined && failed.has(needs))) failed.add(claim);
    findings.push({ claim, verdict });
  }
  return findings;
}

function messageOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause instanceof Error ? cause.cause.message : cause.message;
  if (inner === cause.message) return inner;
  // What Node's fetch says of every address that it does not reach.
  const what = cause.message === "fetch failed" ? "nothing answers" : cause.message;
  return `${what} (${inner})`;
}
