// @vitest-environment jsdom
import { expect, it } from "vitest";
import { actionCard } from "#cards/action-card.ts";
import { actionReadCard } from "#cards/action-read-card.ts";
import { actionSavedCard } from "#cards/action-saved-card.ts";
import { refusedCard } from "#cards/refused-card.ts";
import { readable, renderCard } from "./rendered-card.ts";
import {
  aDecision,
  anUpdate,
  aShownAction,
  council,
  health,
  key,
  link,
  setting,
} from "./shown-actions.ts";

const reading = { ...setting, refreshFor: [], canPropose: true };
const proposing = { ...setting, speaksFor: ["Health"], key };

it("chooses no rating beforehand", () => {
  const { element } = renderCard(actionCard(aShownAction(), proposing));
  expect(element.querySelectorAll("input[type=radio]")).toHaveLength(4);
  expect(element.querySelectorAll("input[type=radio]:checked")).toHaveLength(0);
});

it("gives each rating its sign, its name and what the scheme's key says of it", () => {
  expect(renderCard(actionCard(aShownAction(), proposing)).text).toContain(
    "■ Red: Not yet planned, started or progressed.",
  );
});

it("asks somebody of two agencies for which of them they speak, and nobody else", () => {
  const shown = aShownAction({ action: { agencies: ["Health", "Council"] } });
  const both = actionCard(shown, { ...proposing, speaksFor: ["Health", "Council"] });
  expect(renderCard(both).text).toContain("Agency you speak for");
  expect(renderCard(actionCard(shown, proposing)).text).not.toContain("Agency you speak for");
});

it("shows the agreed rating, and what is proposed where it differs", () => {
  const { text } = renderCard(
    actionReadCard(aShownAction({ record: [aDecision(), anUpdate()] }), reading),
  );
  expect(text).toContain("◐ Amber");
  expect(text).toContain("Off target, agreed 12 October 2026");
  expect(text).toContain("Proposed now: ● Green");
});

it("says who spoke last, for which agency and when", () => {
  const { text } = renderCard(actionReadCard(aShownAction({ record: [anUpdate()] }), reading));
  expect(text).toContain("Last update, 2 days ago");
  expect(text).toContain("Lead officer A, Health");
});

it("says what each of several agencies says, and who has not", () => {
  const shown = aShownAction({
    record: [anUpdate()],
    action: { agencies: [health.shortName, council.shortName] },
  });
  expect(renderCard(actionReadCard(shown, reading)).text).toContain(
    "Health ● Green · Council has not said",
  );
});

it("takes no notice of an update in the folder of an agency that is not the action's", () => {
  const record = [anUpdate({ folder: "Council", note: "Not ours to say." })];
  const { text } = renderCard(actionReadCard(aShownAction({ record }), reading));
  expect(text).toContain("No update has been made yet.");
  expect(text).toContain("○ Not rated");
});

it("counts evidence by what it shows", () => {
  const evidence = [{ name: "Audit", url: "https://marlshire.example/a", kind: "impact" as const }];
  const record = [anUpdate({ evidence, evidenceCount: 1 })];
  expect(renderCard(actionReadCard(aShownAction({ record }), reading)).text).toContain(
    "1 piece of evidence: 0 of activity, 1 of impact",
  );
});

it("speaks of a date that passed only where the action is not complete", () => {
  const action = { due: "2026-11-18" } as const;
  const late = actionReadCard(aShownAction({ action }), reading);
  expect(renderCard(late).text).toContain("Due 3 days ago (18 November 2026)");
  const record = [aDecision({ rating: "blue" })];
  const done = actionReadCard(aShownAction({ action, record }), reading);
  expect(renderCard(done).text).toContain("Was due 18 November 2026");
});

it("says after saving what stands in the record", () => {
  const update = anUpdate({ created: "2026-11-21T09:15:00Z" });
  const { text } = renderCard(
    actionSavedCard(aShownAction({ record: [update] }), { ...setting, update }),
  );
  expect(text).toContain("By you for Health, today at 09:15. You proposed ● Green.");
  expect(text).toContain("All but three have had it.");
});

it("says after saving where what was written may name a child's day of birth", () => {
  const update = anUpdate({ note: "The girl, born on 3 April 2009, was seen." });
  const { text } = renderCard(
    actionSavedCard(aShownAction({ record: [update] }), { ...setting, update }),
  );
  expect(text).toContain("There seems to be a date of birth in it.");
});

it("asks Teams to refresh for 60 people at most", () => {
  const refreshFor = Array.from({ length: 80 }, (_, at) => `29:${at}`);
  const card = actionReadCard(aShownAction(), { ...reading, refreshFor });
  expect(card.refresh?.userIds).toEqual(refreshFor.slice(0, 60));
});

const refusal = {
  heading: "Not saved",
  reason: "The text has an NHS number in it.",
  whatToDo: "Check the text and press Save.",
  planId: 3,
  actionId: 27,
  link,
  key,
  typed: {
    agency: "",
    rating: "green",
    note: "Line one\nline two",
    evidence: "",
    evidenceKind: "impact",
  },
} as const;

it("gives back into the inputs what was typed where it can be put right", () => {
  const shown = { ...aShownAction(), speaksFor: ["Health"] };
  const { element } = renderCard(refusedCard({ ...refusal, shown, canRetry: true }));
  expect(element.querySelector("textarea")?.value).toBe("Line one\nline two");
  expect(element.querySelector<HTMLInputElement>("input:checked")?.value).toBe("green");
  expect(element.querySelector("select")?.value).toBe("impact");
});

it("shows to somebody who may see nothing of the plan only what they typed themselves", () => {
  const { text, element } = renderCard(refusedCard({ ...refusal, canRetry: false }));
  expect(readable(text)).toContain("Line one line two");
  expect(text).not.toContain("recommendation");
  expect(element.querySelectorAll("input, textarea")).toHaveLength(0);
});
