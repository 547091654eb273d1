import { agencyNamed } from "#plan/agency-named.ts";
import type { Agency } from "#plan/plan.ts";

/**
 * The agency that somebody means who writes in a hurry: one of its names, without its accents, or words that stand in the
 * name of one agency alone. Undefined where none is meant, or more than one may be.
 */
export function agencyMeant(agencies: readonly Agency[], written: string): Agency | undefined {
  const named = agencyNamed(agencies, written);
  const words = plainly(written);
  if (named || words.length < 2) return named;
  const meant = agencies.filter((agency) =>
    namesOf(agency).some((name) => ` ${plainly(name)} `.includes(` ${words} `)),
  );
  const exact = meant.filter((agency) => namesOf(agency).some((name) => plainly(name) === words));
  const [found, other] = exact.length > 0 ? exact : meant;
  return other ? undefined : found;
}

function namesOf({ shortName, name, otherNames }: Agency): readonly string[] {
  return [shortName, name, ...otherNames];
}

/** "Cyngor Môn," is "cyngor mon". */
function plainly(words: string): string {
  return words
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
