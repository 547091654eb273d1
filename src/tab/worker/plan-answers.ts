import { type ChangesAsked, type ChangesShown, changesShown } from "#plan/changes-shown.ts";
import { type Finding, runChecks } from "#plan/checks.ts";
import { foldPlan } from "#plan/fold.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import { movement, type RatedOn } from "#plan/movement.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { type PlanShown, planShown, type StandingAsked } from "#plan/plan-shown.ts";
import { type ComparedPlan, comparePlan } from "#usecases/compare-plan.ts";
import { planAsOf, type ReadHistory } from "#usecases/read-history.ts";
import { PlanFromParts, type PlanPart } from "./plan-parts.ts";

/** What is asked of the plan that was sent last. */
export interface Questions {
  /** The findings from that one on, as many as the page takes over without standing still. */
  readonly checks: { readonly today: IsoDate; readonly from: number };
  readonly movement: { readonly days: readonly IsoDate[] };
  readonly changes: ChangesAsked & { readonly from: IsoDate; readonly to: IsoDate };
  readonly standing: StandingAsked & { readonly day: IsoDate };
}

export interface Answers {
  readonly checks: { readonly findings: readonly Finding[]; readonly all: number };
  readonly movement: readonly RatedOn[];
  readonly changes: ChangesShown;
  readonly standing: PlanShown;
}

const mostFindings = 1000;

/** Answers about a plan that comes in parts. What it worked out last is kept: the next question is often of the same days. */
export class PlanAnswers {
  #sent = new PlanFromParts();
  #findings = new Kept<readonly Finding[]>();
  #compared = new Kept<ComparedPlan>();
  #standing = new Kept<PlanOnDate>();

  take(part: PlanPart): void {
    this.#sent.take(part);
    for (const each of [this.#findings, this.#compared, this.#standing]) each.forget();
  }

  checks({ today, from }: Questions["checks"]): Answers["checks"] {
    const all = this.#findings.get(today, () => this.#check(today));
    return { findings: all.slice(from, from + mostFindings), all: all.length };
  }

  movement({ days }: Questions["movement"]): Answers["movement"] {
    const { whole, definitions } = this.#read();
    return movement(whole, definitions, days);
  }

  changes({ from, to, ...asked }: Questions["changes"]): Answers["changes"] {
    const compared = this.#compared.get(`${from} ${to}`, () =>
      comparePlan({ ...this.#read(), since: from }, { from, to }),
    );
    return changesShown(compared, asked);
  }

  standing({ day, ...asked }: Questions["standing"]): Answers["standing"] {
    return planShown(
      this.#standing.get(day, () => planAsOf({ ...this.#read(), since: day }, day)),
      asked,
    );
  }

  #check(today: IsoDate): readonly Finding[] {
    const { whole } = this.#sent;
    const { plan, agencies, actions, record } = whole;
    const states = foldPlan(plan.scheme, agencies, actions, record);
    return runChecks({ ...whole, states, today });
  }

  /** Whoever asks has sent how the plan was worded from the first of their days on. */
  #read(): Omit<ReadHistory, "since"> {
    const { whole, definitions } = this.#sent;
    if (!definitions) throw new Error("The worker was not sent how the plan was worded.");
    return { whole, definitions };
  }
}

/** The last thing that was worked out, by the words that say what of. */
class Kept<T> {
  #last: { readonly of: string; readonly result: T } | undefined;

  get(of: string, work: () => T): T {
    if (this.#last?.of !== of) this.#last = { of, result: work() };
    return this.#last.result;
  }

  forget(): void {
    this.#last = undefined;
  }
}
