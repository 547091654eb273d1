import type { NewPlan } from "#plan/new-plan.ts";
import type { PlanDifferences } from "#plan/plan-differences.ts";
import { dayOf } from "#plan/iso-date.ts";
import type { Agency, KeptColumn } from "#plan/plan.ts";
import { counted } from "#plan/words.ts";
import { pauses } from "#tab/later/pauses.ts";
import type { Ports } from "#tab/ports/ports.ts";
import { importQuestions } from "#usecases/import-questions.ts";
import { importPlan } from "#usecases/import-plan.ts";
import { mergePlan } from "#usecases/merge-plan.ts";
import type { OpenPlan, PlanSummary } from "#usecases/ports/plans.ts";
import { askIfMade } from "./made-meanwhile.ts";
import type { Write } from "./write.ts";

type WritePorts = Pick<Ports, "writer" | "record" | "now">;

interface IntoNewPlan {
  /** What is said of the plan itself. */
  readonly about: NewPlan["plan"];
  /** All of it, which takes a moment to make where it is large. */
  readonly make: () => Promise<NewPlan>;
  /** The plans that there were when the document was read. */
  readonly known: readonly PlanSummary[];
  readonly keep?: readonly KeptColumn[] | undefined;
}

/** Writes the plan as one of its own, and keeps what its columns mean. */
export function asNewPlan(
  { writer, plans: store }: Pick<Ports, "writer" | "plans">,
  { about, make, known, keep = [] }: IntoNewPlan,
): Write {
  const ask = askIfMade(store, about, known);
  return async (on, answered) => {
    const asked = await ask(answered);
    const plans = await writer();
    const made = await make();
    const done = await importPlan({ writer: plans, pause: pauses() }, made, on, asked);
    if (keep.length > 0) await plans.keepColumns(done.planId, keep);
    const { recommendations, actions, versions, findings } = done;
    return {
      planId: done.planId,
      said: [
        `${counted(recommendations.of, "recommendation")} and ${counted(actions.of, "action")} are in the plan “${about.title}”.`,
        `${recommendations.added + actions.added} of them were added now${versions.added > 0 ? `, with ${counted(versions.added, "version")}` : ""}.`,
        ...(findings.of > 0
          ? [`${counted(findings.of, "finding")} of the report stand behind them.`]
          : []),
        ...keptWords(keep),
        "Nothing is rated: what the document prints of ratings and progress stands beside each action until an agency says it.",
      ],
    };
  };
}

export interface IntoPlan {
  readonly open: OpenPlan;
  readonly read: NewPlan;
  readonly differences: Pick<PlanDifferences, "added" | "progress" | "edited">;
  /** The file's name. */
  readonly document: string;
  readonly part: Agency | undefined;
}

/** Takes over what the document says otherwise than the plan, and keeps what its columns mean. */
export function intoPlan(
  { writer, record, now }: WritePorts,
  merge: IntoPlan,
  keep: readonly KeptColumn[] = [],
): Write {
  return async (on, asked) => {
    const plans = await writer();
    const merged = await mergePlan(
      { writer: plans, record, today: dayOf(now()), speaksFor: "own", pause: pauses() },
      { ...merge, ...asked },
      (done, of) => on({ done, of, what: "changes" }),
    );
    if (keep.length > 0) await plans.keepColumns(merge.open.plan.id, keep);
    const { recommendations, actions, findings, stated, printed, edited } = merged;
    return {
      planId: merge.open.plan.id,
      said: [
        recommendations + actions > 0 &&
          `Added ${counted(recommendations, "recommendation")} and ${counted(actions, "action")}.`,
        findings > 0 && `Added ${counted(findings, "finding")} of the report.`,
        stated > 0 && `${counted(stated, "progress update")} stated for your agency.`,
        printed > 0 &&
          `The progress of ${counted(printed, "action")} is kept as printed, because you do not speak for its agency.`,
        edited > 0 && `${counted(edited, "definition")} worded as in the document.`,
        ...keptWords(keep),
      ].filter((each) => each !== false),
    };
  };
}

function keptWords(keep: readonly KeptColumn[]): readonly string[] {
  return keep.length > 0 ? ["What its columns mean is kept for the next document."] : [];
}

/** Puts a paper's questions to the agencies. */
export function putQuestions(
  { record }: WritePorts,
  asked: Parameters<typeof importQuestions>[1],
): Write {
  return async (on, answer) => {
    const { put } = await importQuestions({ record }, { ...asked, ...answer }, ({ done, of }) =>
      on({ done, of, what: "questions" }),
    );
    return {
      planId: asked.open.plan.id,
      said: put === 0 ? [] : [`${counted(put, "question")} put to the agencies.`],
    };
  };
}
