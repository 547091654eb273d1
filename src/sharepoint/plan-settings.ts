import type { Fault } from "#plan/fault.ts";
import type { PlanSettings } from "#plan/plan.ts";
import * as z from "zod/mini";

const settingsShape = z.object({
  checks: z.optional(
    z.record(
      z.string(),
      z.object({
        off: z.optional(z.boolean()),
        days: z.optional(z.int().check(z.positive(), z.lte(3650))),
      }),
    ),
  ),
  columns: z.optional(z.array(z.object({ heading: z.string(), meaning: z.string() }))),
  escalateAfterDays: z.optional(z.int().check(z.nonnegative(), z.lte(3650))),
});

/** Settings as they stand in the plan's own item. Throws RangeError where somebody wrote there what is not one. */
export function toPlanSettings(json: string | null | undefined): PlanSettings | undefined {
  if (!json?.trim()) return undefined;
  const read = settingsShape.safeParse(parsed(json));
  if (read.success) return read.data;
  throw new RangeError(`The plan's settings cannot be read: ${z.prettifyError(read.error)}`);
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
