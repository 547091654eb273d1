import type { Finding } from "#plan/finding.ts";
import type { NewPlan } from "#plan/new-plan.ts";
import type {
  AddedAction,
  EditedDefinition,
  PlanDifferences,
  ProgressDifference,
  RewordedFinding,
} from "#plan/plan-differences.ts";
import type { PlanVersion } from "#plan/plan.ts";
import { slices } from "#tab/worker/slices.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";

/** What each list of the differences holds; what the page has as it is, by its number. */
interface Listed {
  readonly unchanged: number;
  readonly progress: ProgressDifference;
  /** Their order in the document. */
  readonly newRecommendations: number;
  readonly newActions: AddedAction;
  readonly versions: PlanVersion;
  readonly findings: Finding;
  readonly goneRecommendations: number;
  readonly goneActions: number;
  /** What is read of a recommendation comes without its actions. */
  readonly edited: EditedDefinition;
  readonly reworded: RewordedFinding;
  readonly notTheirs: string;
}

interface PartOf<Name extends keyof Listed> {
  readonly list: Name;
  readonly some: readonly Listed[Name][];
}

/** Some of one list, on their way from the worker that compares to the page. */
export type DifferencePart = { [Name in keyof Listed]: PartOf<Name> }[keyof Listed];

/** A slow computer takes in so many, each with the action that it is of, within some ten milliseconds. */
const most = 200;
const mostNumbers = 10_000;

/** What a document says otherwise, list by list. */
export function* differenceParts(all: PlanDifferences): Generator<DifferencePart> {
  const { added, vanished, reworded = [], notTheirs = [] } = all;
  yield* partsOf("unchanged", all.unchanged.map(idOf), mostNumbers);
  yield* partsOf("progress", all.progress);
  const orders = added.recommendations.map(({ order }) => order);
  yield* partsOf("newRecommendations", orders, mostNumbers);
  yield* partsOf("newActions", added.actions);
  yield* partsOf("versions", added.versions);
  yield* partsOf("findings", added.findings);
  yield* partsOf("goneRecommendations", vanished.recommendations.map(idOf), mostNumbers);
  yield* partsOf("goneActions", vanished.actions.map(idOf), mostNumbers);
  yield* partsOf("edited", all.edited.map(withoutActions));
  yield* partsOf("reworded", reworded);
  yield* partsOf("notTheirs", notTheirs);
}

function* partsOf<Name extends keyof Listed>(
  list: Name,
  items: readonly Listed[Name][],
  size = most,
): Generator<PartOf<Name>> {
  for (const some of slices(items, size)) yield { list, some };
}

function idOf({ id }: { readonly id: number }): number {
  return id;
}

function withoutActions(edit: EditedDefinition): EditedDefinition {
  if (edit.what === "action") return edit;
  return { ...edit, read: { ...edit.read, actions: [] } };
}

/** Differences that came in parts. */
export class DifferencesFromParts {
  readonly #lists: { readonly [Name in keyof Listed]: Listed[Name][] } = {
    unchanged: [],
    progress: [],
    newRecommendations: [],
    newActions: [],
    versions: [],
    findings: [],
    goneRecommendations: [],
    goneActions: [],
    edited: [],
    reworded: [],
    notTheirs: [],
  };

  take<Name extends keyof Listed>({ list, some }: PartOf<Name>): void {
    this.#lists[list].push(...some);
  }

  /** All of them, of the plan and the document that were compared. */
  between(open: Pick<OpenPlan, "actions" | "recommendations">, read: NewPlan): PlanDifferences {
    const { progress, edited, versions, findings, reworded, notTheirs, ...lists } = this.#lists;
    const actions = numbered(open.actions, idOf);
    const recommendations = numbered(open.recommendations, idOf);
    const fresh = numbered(read.recommendations, ({ order }) => order);
    return {
      unchanged: actions(lists.unchanged),
      progress,
      added: {
        recommendations: fresh(lists.newRecommendations),
        actions: lists.newActions,
        versions,
        findings,
      },
      vanished: {
        recommendations: recommendations(lists.goneRecommendations),
        actions: actions(lists.goneActions),
      },
      edited,
      ...(reworded.length > 0 && { reworded }),
      ...(notTheirs.length > 0 && { notTheirs }),
    };
  }
}

/** Finds those of some numbers, in their order. */
function numbered<T>(items: readonly T[], numberOf: (item: T) => number) {
  const known = new Map(items.map((item) => [numberOf(item), item]));
  return (numbers: readonly number[]): T[] => numbers.flatMap((number) => known.get(number) ?? []);
}
