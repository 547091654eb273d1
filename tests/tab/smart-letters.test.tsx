import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Action } from "#plan/plan.ts";
import { SmartLetters } from "#tab/action/SmartLetters.tsx";
import { anAction } from "#tests/unit/plan/plan-data.ts";

const recommendation = {
  id: 1,
  ref: "2.1",
  order: 1,
  text: "Develop a perinatal pathway.",
  addressees: [],
  paragraphs: [],
};

const shown = (of: Partial<Action>) =>
  renderToStaticMarkup(<SmartLetters view={{ action: anAction(of), recommendation }} />);

it("shows the words behind each letter of SMART", () => {
  const html = shown({ text: "Write the pathway; audit 20 records." });
  expect(html).toContain("<summary>All five letters are shown</summary>");
  expect(html).toContain("<li>Measurable: “audit”, “20”</li>");
  expect(html).toContain("<li>Relevant: “pathway”</li>");
});

it("asks about the letters that nothing shows", () => {
  const html = shown({ text: "Write the pathway.", due: undefined, leads: [] });
  expect(html).toContain("Not shown: measurable, assignable, time-bound");
  expect(html).toContain("<li>Assignable: Who leads it?</li>");
});
