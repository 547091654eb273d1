import { planDifferences } from "#documents/merge/plan-differences.ts";
import { toNewPlan } from "#documents/to-new-plan.ts";
import type { Finding } from "#plan/finding.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import { type SameAgency, type UnknownAgency, withKnownAgencies } from "#plan/known-agencies.ts";
import { planOnDate } from "#plan/plan-on-date.ts";
import type { PlanDifferences } from "#plan/plan-differences.ts";
import type { Agency } from "#plan/plan.ts";
import type { NewPlan, NewRecommendation } from "#plan/new-plan.ts";
import { PlanFromParts, type PlanPart } from "#tab/worker/plan-parts.ts";
import { type DifferencePart, differenceParts } from "./difference-parts.ts";
import { newPlanParts, type RestOfNewPlan } from "./new-plan-parts.ts";
import { DocumentFromParts, type RestOfDocument } from "./review-parts.ts";
import { type Choices, decided, type ReviewGroup } from "./review-rows.ts";

/** A document by what the person said of it. */
export interface Becoming {
  /** What it is called where it does not say it itself. */
  readonly title: string;
  readonly choices: Choices;
  /** Those that are known here. */
  readonly agencies: readonly Agency[];
  readonly same: SameAgency;
}

/** What a document is held against, beside the plan itself. */
export interface Against {
  readonly today: IsoDate;
  /** Of the plan's report. */
  readonly findings: readonly Finding[];
  /** The agency whose part the document is, where it is one's. */
  readonly part: Agency | undefined;
}

export interface BecomingAsked extends Becoming {
  readonly rest: RestOfDocument;
  /** Left out where nothing is compared: it is to be a plan of its own. */
  readonly against?: Against;
}

/** The rows of the document, or what it is compared with, before it is asked what it becomes. */
export type BecomingSent = { readonly rows: readonly ReviewGroup[] } | PlanPart;

/** What comes of it in parts: rows of the plan, then what differs, then the rest. */
export type BecomingPart =
  | { readonly recommendations: readonly NewRecommendation[] }
  | DifferencePart
  | RestOfBecoming;

/** What is known at the end, beside the rows. */
export interface RestOfBecoming {
  readonly rest: RestOfNewPlan;
  readonly unknown: readonly UnknownAgency[];
}

/** What a document becomes whose rows come in parts, as does the plan that it is compared with. */
export class BecomingFromParts {
  readonly #document = new DocumentFromParts();
  readonly #plan = new PlanFromParts();

  take(sent: BecomingSent): void {
    if ("rows" in sent) this.#document.take(sent.rows);
    else this.#plan.take(sent);
  }

  *parts(asked: BecomingAsked): Generator<BecomingPart> {
    const { document } = this.#document.with(asked.rest);
    const { plan } = toNewPlan(decided(document, asked.choices), asked.title);
    const { plan: read, unknown } = withKnownAgencies(plan, asked.agencies, asked.same);
    for (const recommendations of newPlanParts(read)) yield { recommendations };
    if (asked.against) yield* differenceParts(this.#differences(read, asked.against));
    const { recommendations: _, ...rest } = read;
    yield { rest, unknown };
  }

  #differences(read: NewPlan, { today, ...against }: Against): PlanDifferences {
    return planDifferences(planOnDate(this.#plan.whole, today), read, against);
  }
}
