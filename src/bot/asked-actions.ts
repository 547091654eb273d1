import { plain } from "#cards/plain.ts";
import type { Action, Agency, Recommendation } from "#plan/plan.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";

/** More cards than this at once bury a conversation. */
const mostCards = 8;

export interface Asked {
  /** "2.1" */
  readonly ref: string;
  /** An agency to narrow by, as written; empty for all. */
  readonly agency: string;
}

export interface AskedActions {
  readonly recommendation: Recommendation;
  /** The first eight. */
  readonly actions: readonly Action[];
  readonly remark?: string;
}

/** A ref, and behind it perhaps an agency: "2.1", "2.1 TRFT". Undefined where it starts with no number. */
export function readAsked(text: string): Asked | undefined {
  const [ref = "", ...rest] = text.trim().split(/\s+/);
  const bare = ref.replace(/[.,;:]+$/, "");
  if (bare.length > 12 || !/^\d[\w./()-]*$/.test(bare)) return undefined;
  return { ref: bare, agency: rest.join(" ") };
}

/** The actions of the recommendation asked for, or in words what is not there. */
export function askedActions(
  plan: Pick<OpenPlan, "recommendations" | "actions" | "agencies">,
  asked: Asked,
): AskedActions | { readonly problem: string } {
  const recommendation = plan.recommendations.find(({ ref }) => same(ref, asked.ref));
  if (!recommendation) return { problem: `This plan has no recommendation ${asked.ref}.` };
  const all = plan.actions
    .filter(({ recommendationId }) => recommendationId === recommendation.id)
    .toSorted((one, other) => one.order - other.order);
  if (all.length === 0) return { problem: `Recommendation ${asked.ref} has no action yet.` };
  const narrowed = narrow(all, plan.agencies, asked.agency);
  if (narrowed.length === 0) {
    return {
      problem: `No action of “${plain(asked.agency, 40)}” under ${asked.ref}. Agencies there: ${agenciesThere(all)}.`,
    };
  }
  const actions = narrowed.slice(0, mostCards);
  const more = narrowed.length - actions.length;
  if (more === 0) return { recommendation, actions };
  return { recommendation, actions, remark: remarkOn(asked.ref, more, narrowed) };
}

function narrow(actions: readonly Action[], agencies: readonly Agency[], written: string) {
  if (!written) return actions;
  const agency = agencies.find(({ shortName, name, otherNames }) =>
    [shortName, name, ...otherNames].some((each) => same(each, written)),
  );
  return actions.filter((action) => agency && action.agencies.includes(agency.shortName));
}

function remarkOn(ref: string, more: number, actions: readonly Action[]): string {
  const example = plain(actions.at(-1)?.agencies[0] ?? "", 40);
  const rest = more === 1 ? "One more action is" : `${more} more actions are`;
  return `${rest} not shown. Write an agency behind the ref, such as “${ref} ${example}”. Agencies there: ${agenciesThere(actions)}.`;
}

function agenciesThere(actions: readonly Action[]): string {
  const names = new Set(actions.flatMap(({ agencies }) => agencies));
  return [...names].map((name) => plain(name, 40)).join(", ") || "none";
}

function same(one: string, other: string): boolean {
  return one.trim().localeCompare(other.trim(), "en-GB", { sensitivity: "accent" }) === 0;
}
