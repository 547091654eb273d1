import { strToU8 } from "fflate";
import { expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";

const questionsIn = async (lines: string) =>
  (await readPlanDocument(strToU8(`# Questions from the Scrutiny Committee\n\n${lines}`)))
    .questions;

const trust = "Marl Hospitals NHS Trust";

it.each([
  [`Recommendation 1.1 is rated Green by ${trust}. What shows that it is used at night?`, true],
  [`${trust} reports recommendation 1.1 as Green. How many were seen?`, true],
  [`${trust} has rated recommendation 1.1 Green. When is it audited?`, true],
  ["What shows that it is used at night? (Recommendation 1.1 – Green)", false],
])("“%s” says itself what it is about", async (asked, named) => {
  const [question, ...others] = await questionsIn(`${asked}\n\nWho checks this?\n`);
  expect(question).toMatchObject({ recommendations: ["1.1"], ratingStated: "Green" });
  expect(question?.agency).toBe(named ? trust : undefined);
  expect(others).toMatchObject([{ recommendations: [], text: "Who checks this?" }]);
});

it("the agency may stand before its question, and in it", async () => {
  expect(
    await questionsIn(`${trust}: How many were seen?\n\nCould MVH say who checks this?\n
Would Marl Council and ${trust} explain what they share?\n`),
  ).toEqual([
    { agency: trust, recommendations: [], text: "How many were seen?" },
    { agency: "MVH", recommendations: [], text: "Could MVH say who checks this?" },
    {
      agency: "Marl Council",
      recommendations: [],
      text: `Would Marl Council and ${trust} explain what they share?`,
    },
  ]);
});

it("a table may say to whom, about which and as what", async () => {
  const table = `| No | Question | To | Rec(s) | Agency’s own rating |
| --- | --- | --- | --- | --- |
| 1 | How many were seen? | ${trust} | 1.1, 1.2 | Amber |
`;
  expect(await questionsIn(table)).toEqual([
    {
      agency: trust,
      recommendations: ["1.1", "1.2"],
      ratingStated: "Amber",
      text: "How many were seen?",
    },
  ]);
});
