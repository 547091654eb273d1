import type { RequestHandler } from "express";

/** How long an answer holds, so that whoever asks every second does not ask SharePoint every second. */
const milliseconds = 15_000;
const patienceMilliseconds = 5_000;

export interface Dependency {
  /** Shown to whoever runs this: "sharepoint". */
  readonly name: string;
  /** Rejects where it cannot be used. */
  readonly check: () => Promise<unknown>;
}

/** Answers 200 where everything that this server needs can be used, else 503 with what cannot. Says names only. */
export function readiness(dependencies: readonly Dependency[], now: () => Date): RequestHandler {
  let known: { readonly until: number; readonly missing: Promise<readonly string[]> } | undefined;
  return async (_request, response) => {
    const time = now().getTime();
    if (!known || known.until < time)
      known = { until: time + milliseconds, missing: missingOf(dependencies) };
    const missing = await known.missing;
    // What is missing is asked for again at once.
    if (missing.length > 0) known = undefined;
    response.status(missing.length > 0 ? 503 : 200).json({ ready: missing.length === 0, missing });
  };
}

async function missingOf(dependencies: readonly Dependency[]): Promise<readonly string[]> {
  const answers = await Promise.all(
    dependencies.map(async ({ name, check }) => {
      const late = Promise.withResolvers<string>();
      const timer = setTimeout(() => late.resolve(name), patienceMilliseconds);
      const answer = check().then(
        () => "",
        () => name,
      );
      return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer));
    }),
  );
  return answers.filter(Boolean);
}
