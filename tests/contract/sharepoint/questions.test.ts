import { existsSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { challengeStates } from "#plan/challenge-states.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import {
  importQuestions,
  type PrintedQuestion,
  questionsOfPaper,
} from "#usecases/import-questions.ts";
import { aPlanUnderChallenge } from "./a-plan-under-challenge.ts";

const { site, opened } = await aPlanUnderChallenge();
afterAll(() => site.close());

const training: PrintedQuestion = {
  agency: "The Trust (Trust)",
  recommendations: ["1.1", "1.2"],
  text: "What did the training change?",
};
const noRef: PrintedQuestion = { agency: "Trust", recommendations: [], text: "Who monitors it?" };
const paper: readonly PrintedQuestion[] = [
  training,
  noRef,
  { agency: "The Ambulance Service", recommendations: ["1.1"], text: "Were you told?" },
  { agency: "Council/PH", recommendations: ["1.2", "9.9"], text: "Is it written?" },
];

async function importPaper(
  questions: readonly PrintedQuestion[],
  asked: { readonly sure?: boolean } = {},
) {
  const { stores, open } = await opened("chair");
  const { toPut, left } = await questionsOfPaper(open, questions);
  const imported = await importQuestions(stores, { open, toPut, due: "2026-12-31", ...asked });
  return { toPut, left, ...imported };
}

async function challenges() {
  const { stores, open } = await opened("councillor");
  return challengeStates(open.agencies, await stores.record.ofChallenges(open.plan.id));
}

describe("a scrutiny paper", () => {
  it("becomes a question to each agency on each recommendation that it names, with the day for its answer", async () => {
    const { put } = await importPaper(paper);
    expect(put).toBe(3);
    const asked = await challenges();
    expect(
      asked.map(({ status, challenge }) => [status, challenge.agency, challenge.question]),
    ).toEqual([
      ["open", "Trust", "What did the training change?"],
      ["open", "Trust", "What did the training change?"],
      ["open", "Council/PH", "Is it written?"],
    ]);
    expect(asked.every(({ challenge }) => challenge.source === "scrutiny")).toBe(true);
    expect(asked.every(({ challenge }) => challenge.due === "2026-12-31")).toBe(true);
  });

  it("puts nothing a second time, and only what is new", async () => {
    expect(await importPaper(paper)).toMatchObject({ put: 0 });
    const more = { ...noRef, recommendations: ["1.1"] };
    expect(await importPaper([...paper, more])).toMatchObject({ put: 1 });
    expect(await challenges()).toHaveLength(4);
  });

  it("leaves what nobody could be asked, and says why", async () => {
    const { left } = await importPaper(paper);
    expect(left.map(({ question, why }) => [question.text, why])).toEqual([
      ["Who monitors it?", "It names no recommendation."],
      ["Were you told?", "The plan has no agency “The Ambulance Service”."],
      ["Is it written?", "Of 1.2, 9.9 the plan has only 1; it was put about that one."],
    ]);
  });

  it("with an NHS number in one question puts none of them", async () => {
    const before = (await challenges()).length;
    const good = { ...training, text: "Was it enough?" };
    const bad = { ...training, text: "What of patient 943 476 5919?" };
    await expect(importPaper([good, bad])).rejects.toThrow(
      /NHS number in a question on recommendation 1\.1/,
    );
    expect(await challenges()).toHaveLength(before);
  });

  it("asks about what may be a date of birth before anything is put, and puts it where that can stand", async () => {
    const before = (await challenges()).length;
    const paperOf = [{ ...training, text: "And the girl born on 3 April 2009?" }];
    await expect(importPaper(paperOf)).rejects.toThrow(
      /date of birth in a question on recommendation 1\.1/,
    );
    expect(await challenges()).toHaveLength(before);
    expect((await importPaper(paperOf, { sure: true })).put).toBe(2);
  });
});

const shared = new URL("../../../../shared/samples/scrutiny-questions.docx", import.meta.url);
const isThere = existsSync(shared);
if (!isThere) process.stdout.write("Skipped: the scrutiny paper is not on this machine.\n");

describe.skipIf(!isThere)("the councillors' paper", () => {
  it("puts 26 questions about what it names, and leaves the five that name no recommendation", async () => {
    const { questions } = await readPlanDocument(new Uint8Array(readFileSync(shared)));
    const { open } = await opened("chair");
    const [agency] = open.agencies;
    const [recommendation] = open.recommendations;
    if (!agency || !recommendation) throw new Error("The small plan is empty.");
    const names = [...new Set(questions.flatMap((each) => each.agency ?? []))];
    const refs = [...new Set(questions.flatMap((each) => each.recommendations))];
    const named = {
      ...open,
      agencies: names.map((name, index) => ({ ...agency, id: index, shortName: name, name })),
      recommendations: refs.map((ref, index) => ({ ...recommendation, id: index, ref })),
    };
    const { toPut, left } = await questionsOfPaper(named, questions);
    expect([toPut.length, left.length]).toEqual([26, 5]);
    expect(new Set(toPut.map(({ key }) => key)).size).toBe(26);
  });
});
