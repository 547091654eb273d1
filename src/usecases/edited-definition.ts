import { parseDueDate } from "#plan/due-date.ts";
import type { EditedDefinition } from "#plan/plan-differences.ts";
import type { Action, Plan, Recommendation } from "#plan/plan.ts";

type Edit<What> = Extract<EditedDefinition, { what: What }>;

/** The edited fields of a recommendation, as the document has them. */
export function editedRecommendation({
  fields,
  read,
}: Edit<"recommendation">): Partial<Recommendation> {
  const { actions: _, ...said } = read;
  return only(
    said,
    fields.map(({ field }) => field),
  );
}

/** The edited fields of an action; its day follows from the printed date, its agencies from the printed ones. */
export function editedAction(
  { fields, read }: Edit<"action">,
  { published }: Pick<Plan, "published">,
): Partial<Action> {
  const names = fields.map(({ field }) => field);
  const notes = fields.find(({ field }) => field === "notesAsPrinted")?.now;
  const due = fields.find(({ field }) => field === "dueAsPrinted")?.now;
  const day = due === undefined ? undefined : parseDueDate(due, published ? { published } : {}).due;
  return {
    ...only(read, names),
    ...(names.includes("agencyAsPrinted") && { agencies: read.agencies }),
    ...(notes !== undefined && { notesAsPrinted: notes }),
    ...(due !== undefined && { dueAsPrinted: due, due: day }),
  };
}

function only<T extends object>(of: T, names: readonly string[]): Partial<T>;
function only(of: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(of).filter(([name]) => names.includes(name)));
}
