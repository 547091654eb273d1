import type { Action, Recommendation } from "./plan.ts";

/** A run of words that stands in both texts, only in the earlier, or only in the later one. */
export interface WordsRun {
  readonly kind: "same" | "gone" | "new";
  readonly words: string;
}

/** Texts with more words between their common beginning and end are shown as one replaced by the other. */
const mostCompared = 500;

/** What became of a text, word by word; the runs put together give both texts again. */
export function compareWords(from: string, to: string): readonly WordsRun[] {
  const [before, after] = [wordsOf(from), wordsOf(to)];
  const start = sameAtStart(before, after);
  const end = sameAtStart(before.slice(start).toReversed(), after.slice(start).toReversed());
  const gone = before.slice(start, before.length - end);
  const added = after.slice(start, after.length - end);
  return joined([
    ...before.slice(0, start).map(asRun("same")),
    ...between(gone, added),
    ...before.slice(before.length - end).map(asRun("same")),
  ]);
}

/** Each word with the blanks after it. */
function wordsOf(text: string): string[] {
  return text.match(/\s*\S+\s*|\s+/g) ?? [];
}

function sameAtStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((word, index) => word !== other[index]);
  return differs === -1 ? one.length : differs;
}

function between(gone: readonly string[], added: readonly string[]): WordsRun[] {
  if (gone.length > mostCompared || added.length > mostCompared)
    return [...gone.map(asRun("gone")), ...added.map(asRun("new"))];
  return alongLongest(gone, added, longestCommon(gone, added));
}

/** How long the longest common run of words is from each pair of places on (Hunt and Szymanski's table). */
function longestCommon(
  one: readonly string[],
  other: readonly string[],
): (i: number, j: number) => number {
  const width = other.length + 1;
  const table = new Uint16Array((one.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      table[i * width + j] =
        one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}

function alongLongest(
  gone: readonly string[],
  added: readonly string[],
  longest: (i: number, j: number) => number,
): WordsRun[] {
  const runs: WordsRun[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length || j < added.length) {
    const [word, other] = [gone[i], added[j]];
    if (word !== undefined && word === other) {
      runs.push({ kind: "same", words: word });
      i += 1;
      j += 1;
    } else if (
      other === undefined ||
      (word !== undefined && longest(i + 1, j) >= longest(i, j + 1))
    ) {
      runs.push({ kind: "gone", words: word ?? "" });
      i += 1;
    } else {
      runs.push({ kind: "new", words: other });
      j += 1;
    }
  }
  return runs;
}

/** Neighbours of one kind become one run. */
function joined(runs: readonly WordsRun[]): readonly WordsRun[] {
  const out: WordsRun[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last?.kind === run.kind) out[out.length - 1] = { ...last, words: last.words + run.words };
    else out.push(run);
  }
  return out;
}

function asRun(kind: WordsRun["kind"]) {
  return (words: string): WordsRun => ({ kind, words });
}

/** A field of a definition whose words changed. */
export interface ChangedField {
  /** As people call it: "Outcome". */
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

type Fields<T> = readonly (readonly [field: string, words: (of: T) => string | undefined])[];

const recommendationFields: Fields<Recommendation> = [
  ["Number", ({ ref }) => ref],
  ["Recommendation", ({ text }) => text],
  ["Addressed to", ({ addressees }) => addressees.join(", ")],
  ["Timescale", ({ timescale }) => timescale],
  ["Theme", ({ theme }) => theme],
  ["Findings behind it", ({ paragraphs }) => paragraphs.join(" ")],
  ["Outcome", ({ outcome }) => outcome],
  ["Anticipated evidence", ({ anticipatedEvidence }) => anticipatedEvidence],
];

const actionFields: Fields<Action> = [
  ["Action", ({ text }) => text],
  ["Agencies", ({ agencies }) => agencies.join(", ")],
  ["Lead officers", ({ leads }) => leads.join("; ")],
  ["Due date as printed", ({ dueAsPrinted }) => dueAsPrinted],
  ["Milestones", ({ milestones }) => milestones],
  ["Outcome measure", ({ outcomeMeasure }) => outcomeMeasure],
  ["Measure of success", ({ measureOfSuccess }) => measureOfSuccess],
  ["Evidence expected", ({ evidenceExpected }) => evidenceExpected],
  ["Progress as printed", ({ progressAsPrinted }) => progressAsPrinted],
  ["Notes as printed", ({ notesAsPrinted }) => notesAsPrinted],
];

/** The fields of a recommendation that read otherwise. */
export function changedInRecommendation(
  from: Recommendation,
  to: Recommendation,
): readonly ChangedField[] {
  return changedFields(recommendationFields, from, to);
}

/** The fields of an action that read otherwise; its due day is a change of its own. */
export function changedInAction(from: Action, to: Action): readonly ChangedField[] {
  return changedFields(actionFields, from, to);
}

function changedFields<T>(fields: Fields<T>, from: T, to: T): readonly ChangedField[] {
  return fields.flatMap(([field, words]) => {
    const [before, after] = [words(from) ?? "", words(to) ?? ""];
    return before === after ? [] : { field, from: before, to: after };
  });
}
