import { plain, plainRef } from "#cards/plain.ts";
import type { Action, Recommendation } from "#plan/plan.ts";
import { agencyMeant } from "./agency-meant.ts";
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
  /** What else is to be said of them; perhaps nothing. */
  readonly remark: string;
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
  if (!recommendation) return { problem: noSuchRef(plan, asked.ref) };
  const all = plan.actions
    .filter(({ recommendationId }) => recommendationId === recommendation.id)
    .toSorted((one, other) => one.order - other.order);
  if (all.length === 0) return { problem: `Recommendation ${asked.ref} has no action yet.` };
  const agency = agencyMeant(plan.agencies, asked.agency);
  const narrowed = agency ? all.filter(({ agencies }) => agencies.includes(agency.shortName)) : all;
  if (agency && narrowed.length === 0) {
    const whose = plain(agency.name, 80);
    return {
      problem: `No action of ${whose} under ${asked.ref}. Agencies there: ${agenciesThere(all)}.`,
    };
  }
  const remark = [
    asked.agency && !agency ? everyAgency(all) : "",
    narrowed.length > mostCards ? remarkOn(asked.ref, narrowed) : "",
  ];
  return { recommendation, actions: narrowed.slice(0, mostCards), remark: remark.join(" ").trim() };
}

/** What is there instead: "Its recommendations go from 1.1 to 5.4." */
function noSuchRef({ recommendations }: Pick<OpenPlan, "recommendations">, ref: string): string {
  const [first, last] = [recommendations[0], recommendations.at(-1)];
  const range =
    first && last && first !== last
      ? ` Its recommendations go from ${plainRef(first.ref)} to ${plainRef(last.ref)}.`
      : "";
  return `This plan has no recommendation ${ref}.${range}`;
}

/** What stands behind a number may be anything: "is it green yet" is answered with what is there. */
function everyAgency(actions: readonly Action[]): string {
  return `Those of every agency: ${agenciesThere(actions)}.`;
}

function remarkOn(ref: string, actions: readonly Action[]): string {
  const more = actions.length - mostCards;
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
