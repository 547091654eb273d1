import type { Action, Agency, Recommendation } from "./plan.ts";

/**
 * The agency that a report or a paper means by `printed`: its short name, its name or another of its names, with or
 * without "The" before and a short name in brackets behind. Undefined where the plan has none of that name.
 */
export function agencyNamed(agencies: readonly Agency[], printed: string): Agency | undefined {
  const exact = agencies.find(({ shortName }) => shortName === printed);
  if (exact) return exact;
  const known = new Set(namesIn(printed));
  return agencies.find(({ shortName, name, otherNames }) =>
    [shortName, name, ...otherNames].flatMap(namesIn).some((each) => known.has(each)),
  );
}

/** Short names of the plan's agencies that a recommendation is addressed to, and of those that act on it. */
export function agenciesAsked(
  agencies: readonly Agency[],
  { id, addressees }: Recommendation,
  actions: readonly Action[],
): readonly string[] {
  const acting = actions
    .filter(({ recommendationId }) => recommendationId === id)
    .flatMap((action) => action.agencies);
  const named = [...addressees, ...acting].flatMap(
    (printed) => agencyNamed(agencies, printed)?.shortName ?? [],
  );
  return [...new Set(named)];
}

/** "The Anyshire Trust (AT)" is "anyshire trust (at)", "anyshire trust" and "at". */
function namesIn(printed: string): readonly string[] {
  const whole = plain(printed);
  const { full, short } = /^(?<full>.*\S)\s*\((?<short>[^()]+)\)$/u.exec(whole)?.groups ?? {};
  return [whole, full, short].flatMap((name) => name ?? []);
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("’", "'")
    .replaceAll(/\s+/gu, " ")
    .trim()
    .replace(/^the /u, "");
}
