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

/** Looks at one after the other: later ones rest on earlier ones. An error is a verdict, never the end. */
export async function examine(checks: readonly Check[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { claim, look, todo } of checks) {
    const verdict = await look().catch((cause: unknown) => wrong(messageOf(cause), todo));
    findings.push({ claim, verdict });
  }
  return findings;
}

function messageOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause instanceof Error ? ` (${cause.cause.message})` : "";
  return `${cause.message}${inner}`;
}
