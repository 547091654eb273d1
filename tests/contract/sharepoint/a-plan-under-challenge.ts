import { randomUUID } from "node:crypto";
import { challengeStates } from "#plan/challenge-states.ts";
import { foldAction } from "#plan/fold.ts";
import type { Challenge } from "#plan/record.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import { putChallenge } from "#usecases/put-challenge.ts";
import { type Agreed, recordDecision } from "#usecases/record-decision.ts";
import { type ASite, aSiteWithAPlan, type TestPerson } from "#tests/support/a-site.ts";

/** The small plan on a site of its own, and what its people say of it, each with their own stores. */
export async function aPlanUnderChallenge() {
  const site = await aSiteWithAPlan();
  return { site, ...deedsOn(site) };
}

function deedsOn(site: ASite & { readonly planId: number }) {
  /** The plan as somebody has it open now, with one of its actions picked. */
  async function opened(person: TestPerson, text = "Train the nurses.") {
    const stores = site.as(person);
    const open = await stores.plans.open(site.planId);
    const action = open.actions.find((each) => each.text === text);
    const recommendation = open.recommendations.find(({ id }) => id === action?.recommendationId);
    if (!action || !recommendation) throw new Error(`No action "${text}"`);
    const state = foldAction(open.plan.scheme, open.agencies, action, open.record);
    return { stores, open, action, recommendation, state };
  }

  async function put(person: TestPerson, of: { text?: string; followsUp?: Challenge } = {}) {
    const { stores, open, action, recommendation } = await opened(person, of.text);
    const key = randomUUID();
    const { id } = await putChallenge(stores, {
      open,
      recommendation,
      action,
      agency: action.agencies[0] ?? "",
      question: "What did the last audit find?",
      source: "check:no-evidence",
      due: "2026-12-01",
      followsUp: of.followsUp,
      key,
    });
    return { id, key };
  }

  async function decide(person: TestPerson, decision: Agreed, text?: string) {
    const { stores, open, action, state } = await opened(person, text);
    return recordDecision(stores, { open, action, state, decision, key: randomUUID() });
  }

  async function report(note: string, kind?: "activity" | "impact", text?: string) {
    const { stores, open, action } = await opened("nurse", text);
    const evidence = kind ? [{ name: "Audit", url: "https://trust.example/audit", kind }] : [];
    const said = { agency: "Trust", rating: "green", note, evidence, key: randomUUID() };
    return proposeRating(stores, { open: { ...open, action }, ...said });
  }

  async function challengeById(id: number) {
    const { stores, open } = await opened("chair");
    const states = challengeStates(open.agencies, await stores.record.ofChallenges(open.plan.id));
    const found = states.find(({ challenge }) => challenge.id === id);
    if (!found) throw new Error(`No challenge ${id}`);
    return found;
  }

  return { opened, put, decide, report, challengeById };
}
