import type { DocumentContent } from "./document-content.ts";
import type { DocumentKind } from "./document-kind.ts";
import { defaultLimits, type Limits, type OnStep } from "./limits.ts";
import type { DocumentColumn, PlanDocument } from "./plan-document.ts";
import { readContent } from "./read-content.ts";
import { withColumnsByContent } from "./recognise/columns-by-content.ts";
import { withColumnsHeld } from "./recognise/columns-held.ts";
import { readCompositePlan } from "./recognise/composite-plan.ts";
import { leftOut } from "./recognise/left-out.ts";
import { readQuestionPaper } from "./recognise/question-paper.ts";
import { withFormsAsRows } from "./recognise/form-tables.ts";
import { withBoxesOpened } from "./recognise/inner-tables.ts";
import { withLabelledLinesAsRows } from "./recognise/labelled-lines.ts";
import { withLostTable } from "./recognise/lost-table.ts";
import { recogniseKind } from "./recognise/recognise-kind.ts";
import { readReport } from "./recognise/report.ts";
import { withSaidColumns } from "./recognise/said-columns.ts";
import { withHalvesJoined } from "./recognise/table-halves.ts";

export interface ReadOptions {
  /** What the person says it is; left out, it is recognised by what it contains. */
  readonly kind?: DocumentKind;
  /** What a person said of columns: those of an earlier reading, corrected. Told by their headings, in any table. */
  readonly columns?: readonly DocumentColumn[];
  /** For tests and for those who know their files; what is left out stays at its default. */
  readonly limits?: Partial<Limits>;
  /** Who may end a reading that takes too long is told how long each step may take. */
  readonly onStep?: OnStep;
}

/**
 * Reads a plan, a regulator's report or a paper of questions from the bytes of a file: Word, Excel, PDF, values (CSV),
 * text, Markdown or HTML, known by its content and never by its name. What could not be understood comes back in `problems`
 * with its words. Rejects with UnreadableDocumentError where the file as a whole cannot be read; runs in Node and in
 * the browser, on the thread that asks, and reaches for nothing but the bytes. Files of other people are read in a thread
 * that can be ended: `readInThread` in Node, the tab's worker in the browser.
 */
export async function readPlanDocument(
  bytes: Uint8Array,
  { kind: said, limits: own, columns = [], onStep = () => {} }: ReadOptions = {},
): Promise<PlanDocument> {
  const limits = { ...defaultLimits, ...own };
  const content = await readContent(bytes, limits, onStep);
  onStep(limits.stepMilliseconds);
  const ofPlan = said === undefined || said === "plan";
  const inRows = ofPlan
    ? withLostTable(withLabelledLinesAsRows(withFormsAsRows(withBoxesOpened(content.blocks))))
    : content.blocks;
  const told = withSaidColumns(withHalvesJoined(inRows), columns);
  const { blocks, problems } = ofPlan
    ? withColumnsByContent(withColumnsHeld(told))
    : { blocks: told, problems: [] };
  const kind = said ?? recogniseKind(blocks);
  const read = readers[kind](blocks, content);
  const whole = {
    kind,
    ...read,
    problems: [...(content.problems ?? []), ...problems, ...read.problems],
  };
  return { ...whole, problems: [...whole.problems, ...leftOut(content.blocks, whole)] };
}

type Reader = (
  blocks: DocumentContent["blocks"],
  properties: { readonly title?: string },
) => PlanDocument;

const readers: Readonly<Record<DocumentKind, Reader>> = {
  plan: readCompositePlan,
  report: readReport,
  questions: readQuestionPaper,
};
