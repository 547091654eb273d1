import { NotAllowedError } from "#plan/errors.ts";
import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import { mayOwn, speaksFor } from "#plan/permissions.ts";
import type { ProgressDifference } from "#plan/plan-differences.ts";
import type { Action, Agency } from "#plan/plan.ts";
import type { RatingId } from "#plan/rating-scheme.ts";
import { appendStatement } from "./append-statement.ts";
import { statementKey } from "./import-keys.ts";
import type { PlanWriter } from "./plan-writer.ts";
import type { OpenPlan } from "./ports/plans.ts";
import type { RecordStore } from "./ports/record.ts";

export interface SayProgressPorts {
  readonly writer: Pick<PlanWriter, "changeAction">;
  readonly record: RecordStore;
  /** Today, in London. */
  readonly today: IsoDate;
  /**
   * "own": a person, who speaks for the agencies whose groups they are in. "any": the app, which takes down what an agency
   * wrote, in the agency's folder and under its own name.
   */
  readonly speaksFor: "own" | "any";
}

/** The document that says it. */
export interface ProgressSource {
  /** The plan as its person sees it. */
  readonly open: OpenPlan;
  /** Its name, as a person knows it: what is said in it is said with its name. */
  readonly document: string;
  /** The agency whose part it is, where it is one's. */
  readonly part?: Agency | undefined;
}

/**
 * Short name of the agency whose words the progress of that action becomes: the one whose part the document is, or the
 * only one of the action that could be meant. Undefined where it is not certain, or the person does not speak for it:
 * then it stands as printed.
 */
export function speakerOf(
  { speaksFor: whom }: Pick<SayProgressPorts, "speaksFor">,
  { me }: Pick<OpenPlan, "me">,
  action: Action,
  part?: Agency,
): string | undefined {
  const own = whom === "any" ? action.agencies : speaksFor(me, action);
  if (part) return own.find((agency) => agency === part.shortName);
  return own.length === 1 ? own[0] : undefined;
}

/** Puts what a document says of progress where it belongs: with the agency that says it, or as printed on the action. */
export function sayProgress(
  ports: SayProgressPorts,
  source: ProgressSource,
  progress: ProgressDifference,
): Promise<"stated" | "printed"> {
  const agency = speakerOf(ports, source.open, progress.action, source.part);
  return agency === undefined
    ? keepAsPrinted(ports, source, progress)
    : state(ports, source, progress, agency);
}

/** Below what earlier documents printed; it rates nothing. */
async function keepAsPrinted(
  { writer, today, speaksFor: whom }: SayProgressPorts,
  { open, document }: ProgressSource,
  { action, lines, ratingName }: ProgressDifference,
): Promise<"printed"> {
  if (whom === "own" && !mayOwn(open.me)) throw notTheirs(action);
  const heading = `Printed in ${document}, taken over on ${formatDate(today)}:`;
  const printed = [action.progressAsPrinted, heading, ...lines, ...ratingLine(ratingName)];
  await writer.changeAction(action, { progressAsPrinted: printed.filter(Boolean).join("\n") });
  return "printed";
}

async function state(
  ports: SayProgressPorts,
  { open, document, part }: ProgressSource,
  { action, lines, rating, ratingName }: ProgressDifference,
  agency: string,
): Promise<"stated"> {
  const proposes = part !== undefined || ports.speaksFor === "own" || !isAgreed(open, action);
  const said = proposes ? lines : [...lines, ...ratingLine(ratingName)];
  const note = [...said, `(As written in ${document}.)`].join("\n");
  await appendStatement(
    ports,
    {
      open,
      agency,
      note,
      // Looked at with the rest of the document, before any of it was saved.
      sure: true,
      key: await statementKey(String(action.id), agency, rating ?? "", ...lines),
    },
    {
      actionId: action.id,
      kind: "progress",
      evidence: [],
      ...proposed(proposes ? rating : undefined),
    },
  );
  return "stated";
}

/** A plan of everybody's prints the rating that counts: the group's where it agreed one, else what this agency says. */
function isAgreed({ record }: OpenPlan, { id }: Action): boolean {
  return record.some(
    (entry) => entry.type === "decision" && entry.actionId === id && entry.rating !== undefined,
  );
}

function proposed(rating: RatingId | undefined) {
  return rating === undefined ? {} : { rating };
}

function ratingLine(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [`Rating: ${name}`];
}

function notTheirs({ text }: Action): NotAllowedError {
  return new NotAllowedError(
    `Only its agencies can say how far “${text.slice(0, 80)}” is, and only plan owners can note what a document says of it.`,
  );
}
