import type { Fault } from "#plan/fault.ts";
import type { PlanSettings } from "#plan/plan.ts";
import { named } from "./row.ts";
import * as v from "valibot";

const upToTenYears = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(3650));

const check = v.object({
  off: v.optional(v.boolean()),
  days: v.optional(v.pipe(upToTenYears, v.gtValue(0))),
});

const settingsShape = v.pipe(
  named,
  v.object({
    checks: v.optional(v.pipe(named, v.record(v.string(), v.pipe(named, check)))),
    columns: v.optional(v.array(v.object({ heading: v.string(), meaning: v.string() }))),
    escalateAfterDays: v.optional(upToTenYears),
  }),
);

/** Settings as they stand in the plan's own item. Throws RangeError where somebody wrote there what is not one. */
export function toPlanSettings(json: string | null | undefined): PlanSettings | undefined {
  if (!json?.trim()) return undefined;
  const read = v.safeParse(settingsShape, parsed(json));
  if (read.success) return read.output;
  throw new RangeError(`The plan's settings cannot be read: ${v.summarize(read.issues)}`);
}

/** The same, with what is wrong where it is not one: then everything has its default. */
export function salvageSettings(json: string | null | undefined): {
  readonly settings?: PlanSettings | undefined;
  readonly wrong: readonly Pick<Fault, "column" | "wrong">[];
} {
  try {
    return { settings: toPlanSettings(json), wrong: [] };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return { wrong: [{ column: "Settings", wrong: "holds no settings of a plan" }] };
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new RangeError("The plan's settings cannot be read: they are not JSON.", { cause });
  }
}
