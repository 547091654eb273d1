import MiniSearch from "minisearch";
import type { Action, Agency, Recommendation } from "#plan/plan.ts";
import type { OpenPlan } from "./ports/plans.ts";

/** Something of the plan that a search found: an action, or a whole recommendation. */
export interface Hit {
  readonly recommendation: Recommendation;
  readonly action?: Action | undefined;
}

interface Searched {
  readonly id: string;
  readonly ref: string;
  readonly text: string;
  readonly agencies: string;
  readonly people: string;
}

/** How much a word in each place weighs; a ref that is meant comes before everything else. */
const boost = { ref: 20, agencies: 4, text: 2, people: 1 } as const;

type SearchedPlan = Pick<OpenPlan, "recommendations" | "actions" | "agencies">;

/**
 * Recommendations and actions by ref, words and agency, best first. Every word has to be there, though its end may be
 * missing or a letter wrong; an empty query gives the plan in its own order. A recommendation comes before its actions where
 * both fit as well.
 */
export function searchPlan(plan: SearchedPlan, query: string): readonly Hit[] {
  const hits = inOrder(plan);
  const words = query.trim().slice(0, 200);
  if (words === "") return hits;
  const index = new MiniSearch<Searched>({
    fields: Object.keys(boost),
    // A ref such as 2.1 is one word, and so is a part of it.
    tokenize: (text) => text.split(/[\s,;:()“”"/]+/u).flatMap(withoutDotAtEnd),
    searchOptions: {
      boost,
      combineWith: "AND",
      prefix: (term, at, terms) => at === terms.length - 1 || term.length > 3,
      fuzzy: (term) => (/\d/.test(term) || term.length < 5 ? false : 0.2),
    },
  });
  index.addAll(hits.map((hit, at) => searched(hit, at, plan.agencies)));
  return index.search(words).flatMap(({ id }) => hits[Number(id)] ?? []);
}

/** Each recommendation, followed by its actions. */
function inOrder({ recommendations, actions }: SearchedPlan): readonly Hit[] {
  const own = Map.groupBy(actions, ({ recommendationId }) => recommendationId);
  return recommendations
    .toSorted((one, other) => one.order - other.order)
    .flatMap((recommendation): Hit[] => [
      { recommendation },
      ...(own.get(recommendation.id) ?? [])
        .toSorted((one, other) => one.order - other.order)
        .map((action) => ({ recommendation, action })),
    ]);
}

function searched(
  { recommendation, action }: Hit,
  at: number,
  agencies: readonly Agency[],
): Searched {
  const short = action?.agencies ?? recommendation.addressees;
  const names = short.flatMap((name) => {
    const agency = agencies.find(({ shortName }) => shortName === name);
    return agency ? [agency.shortName, agency.name, ...agency.otherNames] : [name];
  });
  return {
    id: String(at),
    ref: recommendation.ref,
    text: action ? action.text : [recommendation.text, recommendation.theme ?? ""].join(" "),
    agencies: names.join(" "),
    people: action?.leads.join(" ") ?? "",
  };
}

function withoutDotAtEnd(word: string): string[] {
  const bare = word.replace(/[.!?]+$/, "");
  return bare ? [bare] : [];
}
