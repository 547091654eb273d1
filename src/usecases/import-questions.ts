import { agencyNamed } from "#plan/agency-named.ts";
import { refuseIdentifiers } from "#plan/identifiers.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { Agency, Recommendation } from "#plan/plan.ts";
import { statementKey } from "./import-keys.ts";
import type { OpenPlan } from "./ports/plans.ts";
import type { RecordStore } from "./ports/record.ts";
import { putChallenge } from "./put-challenge.ts";
import { type Asked, askIfInDoubt } from "./words-to-save.ts";

/** A question as a scrutiny paper prints it. */
export interface PrintedQuestion {
  /** The agency under whose heading it stands. */
  readonly agency?: string | undefined;
  /** The refs that it names. */
  readonly recommendations: readonly string[];
  readonly text: string;
}

/** A question of the paper that is put to an agency. */
export interface QuestionToPut {
  readonly key: string;
  readonly question: string;
  readonly recommendation: Recommendation;
  readonly agency: Agency;
  /** True where an earlier import put it already. */
  readonly isPut: boolean;
}

/** A question of the paper that nobody can be asked without somebody deciding what it is about. */
export interface QuestionLeft {
  readonly question: PrintedQuestion;
  readonly why: string;
}

export interface QuestionsOfPaper {
  readonly toPut: readonly QuestionToPut[];
  readonly left: readonly QuestionLeft[];
}

/**
 * What a paper's questions become in a plan: one challenge for each recommendation that a question names. Nothing is
 * guessed: a question that names no recommendation, or an agency that the plan does not have, is left and said why.
 */
export async function questionsOfPaper(
  open: Pick<OpenPlan, "plan" | "agencies" | "recommendations" | "record">,
  questions: readonly PrintedQuestion[],
): Promise<QuestionsOfPaper> {
  const put = new Set(open.record.map(({ key }) => key));
  const sorted = await Promise.all(questions.map((question) => sort(open, question)));
  return {
    toPut: sorted.flatMap(({ toPut }) =>
      toPut.map((each) => ({ ...each, isPut: put.has(each.key) })),
    ),
    left: sorted.flatMap(({ left }) => left),
  };
}

/**
 * Puts a scrutiny paper's questions to the agencies, each once however often the paper is imported. Throws as
 * `putChallenge` does: before anything is put where the person may not, or somebody could be identified in a question.
 */
export async function importQuestions(
  ports: { readonly record: RecordStore },
  {
    open,
    toPut,
    due,
    sure,
  }: Asked & {
    readonly open: OpenPlan;
    readonly toPut: readonly QuestionToPut[];
    /** By when the agencies are to answer. */
    readonly due?: IsoDate | undefined;
  },
  on: (done: { readonly done: number; readonly of: number }) => void = () => undefined,
): Promise<{ readonly put: number }> {
  const fresh = toPut.filter(({ isPut }) => !isPut);
  const typed = fresh.map(({ question, recommendation }) => ({
    text: question,
    where: `a question on recommendation ${recommendation.ref}`,
  }));
  for (const { text, where } of typed) refuseIdentifiers(text, where);
  askIfInDoubt({ sure }, ...typed);
  for (const [index, { key, question, recommendation, agency }] of fresh.entries()) {
    await putChallenge(ports, {
      open,
      recommendation,
      agency: agency.shortName,
      question,
      source: "scrutiny",
      due,
      key,
      sure: true,
    });
    on({ done: index + 1, of: fresh.length });
  }
  return { put: fresh.length };
}

async function sort(
  { plan, agencies, recommendations }: Pick<OpenPlan, "plan" | "agencies" | "recommendations">,
  question: PrintedQuestion,
): Promise<{ toPut: readonly Omit<QuestionToPut, "isPut">[]; left: readonly QuestionLeft[] }> {
  const agency = agencyNamed(agencies, question.agency ?? "");
  const named = new Map(recommendations.map((each) => [each.ref, each]));
  const known = question.recommendations.flatMap((ref) => named.get(ref) ?? []);
  const why = whyLeft(question, agency, known.length);
  if (agency === undefined || known.length === 0) return { toPut: [], left: [{ question, why }] };
  const toPut = known.map(async (recommendation) => ({
    key: await statementKey(
      "question",
      String(plan.id),
      recommendation.ref,
      agency.shortName,
      question.text,
    ),
    question: question.text,
    recommendation,
    agency,
  }));
  return {
    toPut: await Promise.all(toPut),
    left: known.length < question.recommendations.length ? [{ question, why }] : [],
  };
}

function whyLeft(
  { agency, recommendations }: PrintedQuestion,
  found: Agency | undefined,
  known: number,
) {
  if (!found) return agency ? `The plan has no agency “${agency}”.` : "It names no agency.";
  if (recommendations.length === 0) return "It names no recommendation.";
  const refs = recommendations.join(", ");
  return known === 0
    ? `The plan has no recommendation ${refs}.`
    : `Of ${refs} the plan has only ${known}; it was put about ${known === 1 ? "that one" : "those"}.`;
}
