import type { DefinitionHistory, Worded } from "#plan/changes-in-definitions.ts";
import type { IsoInstant } from "#plan/iso-date.ts";
import type { Action, Recommendation } from "#plan/plan.ts";
import type { WholePlan } from "#plan/plan-on-date.ts";
import type { Entry } from "#plan/record.ts";
import { slices } from "./slices.ts";

type Frame = Pick<WholePlan, "plan" | "agencies" | "versions">;
type WordingsOf<T> = readonly [id: number, wordings: readonly Worded<T>[]];

/** A part of a plan on its way to a worker, of which the page can send one without standing still. */
export type PlanPart =
  | { readonly part: "plan"; readonly of: Frame }
  | { readonly part: "recommendations"; readonly of: readonly Recommendation[] }
  | { readonly part: "actions"; readonly of: readonly Action[] }
  | { readonly part: "record"; readonly of: readonly Entry[] }
  | { readonly part: "begun"; readonly of: IsoInstant }
  | { readonly part: "recommendations-worded"; readonly of: readonly WordingsOf<Recommendation>[] }
  | { readonly part: "actions-worded"; readonly of: readonly WordingsOf<Action>[] };

/** A slow computer sends so many items within some ten milliseconds. */
const most = 500;

/** A plan and all that was said of it, in the order in which `PlanFromParts` takes it. */
export function* planParts(whole: WholePlan): Generator<PlanPart> {
  const { plan, agencies, versions } = whole;
  yield { part: "plan", of: { plan, agencies, versions } };
  for (const of of slices(whole.recommendations, most)) yield { part: "recommendations", of };
  for (const of of slices(whole.actions, most)) yield { part: "actions", of };
  for (const of of slices(whole.record, most)) yield { part: "record", of };
}

/** How a plan was worded, which comes after the plan itself. */
export function* wordingParts(definitions: DefinitionHistory): Generator<PlanPart> {
  yield { part: "begun", of: definitions.begun };
  for (const of of slices([...definitions.recommendations], most))
    yield { part: "recommendations-worded", of };
  for (const of of slices([...definitions.actions], most)) yield { part: "actions-worded", of };
}

/** The plan that a worker was sent last. */
export class PlanFromParts {
  #frame: Frame | undefined;
  #recommendations: Recommendation[] = [];
  #actions: Action[] = [];
  #record: Entry[] = [];
  #begun: IsoInstant | undefined;
  #wordings = noWordings();

  take(part: PlanPart): void {
    if (part.part === "plan") this.#begin(part.of);
    else if (part.part === "recommendations") this.#recommendations.push(...part.of);
    else if (part.part === "actions") this.#actions.push(...part.of);
    else if (part.part === "record") this.#record.push(...part.of);
    else this.#takeWording(part);
  }

  /** Another plan; nothing of the last one is left. */
  #begin(frame: Frame): void {
    this.#frame = frame;
    [this.#recommendations, this.#actions, this.#record] = [[], [], []];
    this.#begun = undefined;
    this.#wordings = noWordings();
  }

  #takeWording(part: PlanPart): void {
    if (part.part === "begun") {
      this.#begun = part.of;
      this.#wordings = noWordings();
    } else if (part.part === "recommendations-worded")
      for (const [id, wordings] of part.of) this.#wordings.recommendations.set(id, wordings);
    else if (part.part === "actions-worded")
      for (const [id, wordings] of part.of) this.#wordings.actions.set(id, wordings);
  }

  /** Throws where nothing of it has come. */
  get whole(): WholePlan {
    if (!this.#frame) throw new Error("The worker was asked about a plan that it was not sent.");
    const [recommendations, actions, record] = [this.#recommendations, this.#actions, this.#record];
    return { ...this.#frame, recommendations, actions, record };
  }

  /** Undefined where it did not come. */
  get definitions(): DefinitionHistory | undefined {
    return this.#begun === undefined ? undefined : { begun: this.#begun, ...this.#wordings };
  }
}

function noWordings() {
  return {
    recommendations: new Map<number, readonly Worded<Recommendation>[]>(),
    actions: new Map<number, readonly Worded<Action>[]>(),
  };
}
