import type { Me } from "#plan/permissions.ts";
import type { Plan, Recommendation } from "#plan/plan.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { RecordStore } from "#usecases/ports/record.ts";
import { agencies } from "../plan/plan-data.ts";

const plan: Plan = { id: 1, title: "Plan", regulator: "CQC", scheme: brag };

export const recommendation: Recommendation = {
  id: 1,
  ref: "2.1",
  order: 1,
  text: "Train everybody.",
  addressees: ["Acute"],
  paragraphs: [],
};

function me(of: Partial<Me> = {}): Me {
  return {
    id: 1,
    name: "Person",
    loginName: "i:0#.f|membership|person@marlshire.example",
    agencies: [],
    roles: [],
    ...of,
  };
}

/** The plan as somebody with those roles, of those agencies, has it open. */
export function openTo(of: Partial<Me>, scheme = brag) {
  return { plan: { ...plan, scheme }, agencies, me: me(of) };
}

export const group = { roles: ["challenge"] } as const;

/** A record to which nothing may be written: what is tried is refused before. The written record is SharePoint's, in tests/contract. */
export const untouched: RecordStore = {
  forAction: unexpected,
  forRecommendation: unexpected,
  ofChallenges: unexpected,
  challenge: unexpected,
  decide: unexpected,
  append: unexpected,
};

function unexpected(): never {
  throw new Error("The record was touched.");
}
